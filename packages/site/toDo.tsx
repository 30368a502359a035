import { isReady, type Readiness, type ToEnter } from '#scorecard/readiness.ts';
import { type DraftChanges, draftChanges, draftChangesHeading, isUnchanged } from '#site/draftChanges.ts';
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

/** So many are named here; the page of changes has them all. */
const mostNamed = 20;

const LinkedTo = ({ changes, href }: { changes: DraftChanges['measures']; href: (id: string) => string }) => (
  <>
    {changes.map(({ id, text }) => (
      <li key={id}>
        <a class="govuk-link" href={href(id)}>
          {text}
        </a>
      </li>
    ))}
  </>
);

const ChangeList = ({
  changes: { measures, milestones, others },
  view: { links },
}: {
  changes: DraftChanges;
  view: View;
}) => (
  <ul class="govuk-list govuk-list--bullet">
    <LinkedTo changes={measures.slice(0, mostNamed)} href={links.measure} />
    <LinkedTo
      changes={milestones.slice(0, Math.max(mostNamed - measures.length, 0))}
      href={(id) => `${links.milestones}#milestone-${id}`}
    />
    {others.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);

/** Against what readers see of the same period. */
const Changed = ({ view }: { view: View }) => {
  const { before, edition, links } = view;
  if (before === undefined) return <p class="govuk-body">{toDo.nothingPublished}</p>;
  const changes = draftChanges(before, edition);
  return (
    <>
      <h3 class="govuk-heading-s">{draftChangesHeading(before)}</h3>
      {isUnchanged(changes) ? (
        <p class="govuk-body">{toDo.nothingChanges}</p>
      ) : (
        <ChangeList changes={changes} view={view} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={links.changes}>
          {toDo.allChanges}
        </a>
      </p>
    </>
  );
};

/** At the top of a draft. Nothing on a page that is published. */
export const ToDo = ({ view }: { view: View }) => {
  const { shell, edition } = view;
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
      <Changed view={view} />
    </section>
  );
};
