type Parts = Readonly<Record<string, () => unknown>>;
type Made<Makers extends Parts> = { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> };

/** Adds properties that are worked out when they are first read: of all that partials add up to, a question reads little. */
export function withLazy<Base extends object, Makers extends Parts>(base: Base, makers: Makers): Base & Made<Makers> {
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(base, name, { enumerable: true, get: once(make) });
  }
  return base as Base & Made<Makers>;
}

/** Works a value out once of each object, and forgets it with the object. */
export function onceOf<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

/** Works a value out once, when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
