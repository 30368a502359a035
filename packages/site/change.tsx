import type { Arrow as ArrowName, Change } from '#site/changeOf.ts';
import { arrowWords, words } from '#site/words.ts';

const Arrow = ({ arrow }: { arrow: ArrowName }) => (
  <>
    <svg class="arrow" width="12" height="12" aria-hidden="true" focusable="false">
      <use href={`#arrow-${arrow}`} />
    </svg>
    {arrow !== 'level' && <span class="govuk-visually-hidden">{arrowWords[arrow]} </span>}
  </>
);

const Verdict = ({ change }: { change: Change }) =>
  change.isWorse ? <b>{change.verdict}</b> : <span>{change.verdict}</span>;

/** `▲ 10.8 points, better`; with `relative`, `▲ 15.0% better`. */
export const ChangeText = ({ change, isRelative = false }: { change: Change; isRelative?: boolean }) => {
  if (change.arrow === 'level') return <Level />;
  const onlyRelative = isRelative || change.from === undefined;
  return (
    <span class="change">
      {change.arrow && <Arrow arrow={change.arrow} />}
      <span>
        {onlyRelative ? change.relative : `${change.size}${change.verdict ? ',' : ''}`} <Verdict change={change} />
      </span>
    </span>
  );
};

const Level = () => (
  <span class="change">
    <Arrow arrow="level" />
    <span>{words.noChange}</span>
  </span>
);
