import { amount } from '#scorecard/budgetWords.ts';
import type { BudgetRow, Edition, EditionBudget } from '#scorecard/edition.ts';
import { type Column, ColumnTable } from '#site/columnTable.tsx';
import { Downloads } from '#site/downloads.tsx';
import { furtherPageIn } from '#site/furtherPages.ts';
import { Details } from '#site/govuk.tsx';
import { PartsLink } from '#site/partsLink.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

type Row = BudgetRow & { readonly title: string };
type Amount = (row: Row) => number | undefined;

const plainly = (value: number | undefined) => (value === undefined ? undefined : amount(value));
/** With its sign: a budget is missed either way. */
const signed = (value: number | undefined) =>
  value === undefined ? undefined : say.signed(amount(Math.abs(value)), value);

const columnOf = (heading: string, of: Amount, text: typeof plainly): Column<Row> & { readonly amount: Amount } => ({
  heading,
  isNumber: true,
  of: (row) => text(of(row)),
  amount: of,
});

type Earlier = Row['earlier'][number];

const then = (period: string, of: (earlier: Earlier) => number | undefined): Amount => {
  return ({ earlier }) => {
    const found = earlier.find((each) => each.period === period);
    return found && of(found);
  };
};

/** A column that would be empty from top to bottom is left out. */
const filled = ({ rows, total }: EditionBudget, columns: readonly (Column<Row> & { readonly amount: Amount })[]) =>
  columns.filter(({ amount: of }) => [...rows, total].some((row) => of(row) !== undefined));

const columnsOf = (budget: EditionBudget) =>
  filled(budget, [
    columnOf(words.grossBudget, ({ gross }) => gross, plainly),
    columnOf(words.netBudget, ({ net }) => net, plainly),
    columnOf(words.forecast, ({ forecast }) => forecast, plainly),
    columnOf(words.variance, ({ variance }) => variance, signed),
    columnOf(words.movement, ({ movement }) => movement, signed),
    ...budget.total.earlier.map(({ period, label }) =>
      columnOf(
        say.varianceIn(label),
        then(period, ({ variance }) => variance),
        signed,
      ),
    ),
  ]);

const earlierColumnsOf = (budget: EditionBudget) =>
  filled(
    budget,
    budget.total.earlier.flatMap(({ period, label }) => [
      columnOf(
        say.netIn(label),
        then(period, ({ net }) => net),
        plainly,
      ),
      columnOf(
        say.forecastIn(label),
        then(period, ({ forecast }) => forecast),
        plainly,
      ),
    ]),
  );

const BudgetTable = ({
  budget,
  columns,
  caption,
}: {
  budget: EditionBudget;
  columns: readonly Column<Row>[];
  caption: string;
}) => (
  <ColumnTable<Row>
    class="table--budget"
    caption={caption}
    nameHeading={words.budgetLine}
    columns={columns}
    sections={[{ id: budget.id, rows: budget.rows }]}
    keyOf={({ title }) => title}
    nameOf={({ title }) => title}
    total={budget.total}
  />
);

const Notes = ({ notes }: EditionBudget) =>
  notes.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{words.amountsNotUsed}</h3>
      <ul class="budget__notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );

const Budget = ({ budget, edition }: { budget: EditionBudget; edition: Edition }) => {
  const [columns, earlier] = [columnsOf(budget), earlierColumnsOf(budget)];
  const unit = budget.unit === undefined ? budget.periodLabel : say.periodInUnit(budget.periodLabel, budget.unit);
  return (
    <section class="group" id={`budget-${budget.id}`} aria-labelledby={`budget-${budget.id}-title`}>
      <div class="group__head">
        <h2 class="govuk-heading-l" id={`budget-${budget.id}-title`}>
          {budget.title}
        </h2>
        <p class="group__count">{unit}</p>
      </div>
      {budget.summary && <p class="govuk-body">{budget.summary}</p>}
      {columns.length === 0 ? (
        <p class="empty">{words.noAmounts}</p>
      ) : (
        <BudgetTable budget={budget} columns={columns} caption={`${budget.title}, ${unit}`} />
      )}
      {earlier.length > 0 && (
        <Details summary={words.earlierInYear}>
          <BudgetTable budget={budget} columns={earlier} caption={`${budget.title}, ${words.earlierInYear}`} />
        </Details>
      )}
      {columns.length > 0 && <PartsLink edition={edition} about={budget.title} />}
      <Notes {...budget} />
    </section>
  );
};

/** What each part of the budget was to cost, what it is now expected to cost, and how that has moved. */
export const BudgetPage = ({ view }: { view: View }) => {
  const { scorecard, period, budgets = [] } = view.edition;
  return (
    <ScorecardLayout
      view={view}
      section="budget"
      heading={words.budget}
      caption={`${scorecard.title}, ${period.label}`}
      description={budgets.map(({ title, summary }) => (summary ? `${title}: ${summary}` : title)).join(' ')}
      pageIn={furtherPageIn('budget')}
    >
      <p class="govuk-body">{words.budgetMeans}</p>
      {budgets.map((budget) => (
        <Budget key={budget.id} budget={budget} edition={view.edition} />
      ))}
      <Downloads view={view} />
    </ScorecardLayout>
  );
};
