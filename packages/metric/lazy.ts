type Parts = Readonly<Record<string, () => unknown>>;
type Made<Makers extends Parts> = { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> };

/** Adds properties that are worked out when they are first read: of all that partials add up to, a question reads little. */
export function withLazy<Base extends object, Makers extends Parts>(base: Base, makers: Makers): Base & Made<Makers> {
  for (const [name, make] of Object.entries(makers)) {
    let made: { readonly value: unknown } | undefined;
    const get = () => {
      made ??= { value: make() };
      return made.value;
    };
    Object.defineProperty(base, name, { enumerable: true, get });
  }
  return base as Base & Made<Makers>;
}
