/** Who may import whom. Anything not listed is forbidden; `{part}/{file}` allows one file only. */
export const mayImport: Record<string, readonly string[]> = {
  calendar: [],
  event: ['calendar'],
  adapter: ['calendar', 'event'],
  metric: ['calendar', 'event'],
  scorecard: ['adapter/csv/check.ts', 'calendar', 'event/types.ts', 'metric'],
  site: ['calendar', 'scorecard'],
  store: ['calendar', 'event', 'metric', 'scorecard'],
  intake: ['adapter', 'calendar', 'event', 'scorecard', 'store'],
  lambda: [],
  functions: ['adapter', 'calendar', 'event', 'intake', 'lambda', 'metric', 'scorecard', 'site', 'store'],
  infra: ['store/names.ts'],
};

/** Packages that are true whatever the cloud: they may not know AWS or the plumbing around it. */
const pure = ['calendar', 'event', 'adapter', 'metric', 'scorecard', 'site'];
const cloud = /^(@aws-sdk\/|@middy\/|aws-cdk-lib|aws-lambda)/;

export interface SourceFile {
  /** From the top of the repository, such as `packages/metric/cube.ts`. */
  readonly path: string;
  readonly text: string;
}

/** The part that a file belongs to: a package, `functions` or `infra`; undefined for what may import anything. */
const partOf = (path: string): string | undefined => {
  const [top, name] = path.split('/');
  const part = top === 'packages' ? name : top;
  return part !== undefined && part in mayImport ? part : undefined;
};

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');

const isAllowed = (part: string, file: SourceFile, imported: string): boolean => {
  const target = imported.slice(1);
  const targetPart = target.split('/')[0] ?? '';
  if (part === 'functions' && targetPart === 'functions') return sameFunction(file.path, target);
  return targetPart === part || (mayImport[part] ?? []).some((allowed) => allowed === targetPart || allowed === target);
};

/** A function may use its own folder and the shared payload types, never another function. */
const sameFunction = (path: string, target: string): boolean =>
  target === 'functions/payloads.ts' || target.split('/')[1] === path.split('/')[1];

const problemWith = (part: string, file: SourceFile, imported: string): string | undefined => {
  if (imported.startsWith('.')) return 'write #package/file.ts, never a relative path';
  if (imported.startsWith('#')) return isAllowed(part, file, imported) ? undefined : `${part} may not import it`;
  return pure.includes(part) && cloud.test(imported) ? `${part} is pure and knows no AWS` : undefined;
};

/** One line for each import that the table forbids. */
export const violations = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => {
    const part = partOf(file.path);
    if (part === undefined) return [];
    return importsOf(file.text).flatMap((imported) => {
      const problem = problemWith(part, file, imported);
      return problem === undefined ? [] : [`${file.path} imports ${imported}: ${problem}`];
    });
  });
