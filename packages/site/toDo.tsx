import { isReady, type Readiness, type ToEnter } from '#scorecard/readiness.ts';
import { longDay } from '#site/format.ts';
import type { View } from '#site/view.ts';
import { toDo } from '#site/words.ts';

const Unexplained = ({ unexplained }: Readiness) =>
  unexplained.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{toDo.unexplained}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {unexplained.map(({ kind, id, title, lacks }) => (
          <li key={`${kind} ${id}`}>
            {toDo.lacking(
              title,
              lacks.map((lack) => toDo.lacks[lack]),
            )}
          </li>
        ))}
      </ul>
    </>
  );

const Outdated = ({ outdated }: Readiness) =>
  outdated.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{toDo.outdated}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {outdated.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </>
  );

const whenOf = ({ expectedBy, isLate }: ToEnter): string =>
  [...(expectedBy === undefined ? [] : [toDo.expected(longDay(expectedBy))]), ...(isLate ? [toDo.late] : [])].join(
    ', ',
  );

const Entries = ({ toEnter }: Readiness) =>
  toEnter.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{toDo.toEnter}</h3>
      <dl class="facts">
        {toEnter.map(({ owner = toDo.nobody, entries }) => (
          <div key={owner}>
            <dt>{owner}</dt>
            {entries.map((entry) => (
              <dd key={`${entry.kind} ${entry.id}`}>
                {[entry.title, entry.period, whenOf(entry)].filter(Boolean).join('; ')}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );

/** At the top of a draft. Nothing on a page that is published. */
export const ToDo = ({ view: { shell, edition } }: { view: View }) => {
  const readiness = shell.draft?.readiness.get(edition.period.id);
  return readiness === undefined ? null : (
    <section class="rule" aria-labelledby="to-do">
      <h2 class="govuk-heading-m" id="to-do">
        {toDo.heading}
      </h2>
      {isReady(readiness) && <p class="govuk-body">{edition.period.complete ? toDo.nothing : toDo.nothingYet}</p>}
      <Unexplained {...readiness} />
      <Outdated {...readiness} />
      <Entries {...readiness} />
    </section>
  );
};
