-- The other front doors. Instants of cases and messages are published to the minute.
create view visits as
select
  day,
  data ->> 'site' as site,
  round(epoch((data ->> 'servedAt')::timestamptz) - epoch((data ->> 'arrivedAt')::timestamptz))::integer as wait,
  round(epoch((data ->> 'endedAt')::timestamptz) - epoch((data ->> 'servedAt')::timestamptz))::integer as service
from facts where type = 'contact.visit.completed';

create view payments as
select day, data ->> 'channel' as channel, data ->> 'service' as service, (data ->> 'amountPence')::bigint as pence
from facts where type = 'contact.transaction.completed';

create view responses as
select
  day,
  data ->> 'surveyId' as survey,
  data ->> 'service' as service,
  data ->> 'answer' as answer,
  (data ->> 'score')::integer as score,
  (data ->> 'min') || ' to ' || (data ->> 'max') as scale
from facts where type = 'survey.responded';

create view steps as
select
  data ->> 'caseId' as case_id,
  data ->> 'kind' as kind,
  data ->> 'service' as service,
  data ->> 'site' as site,
  -- Casework names the stage on every event of stage 2.
  coalesce(data ->> 'stage', '1') as stage,
  substr(type, 6) as step,
  date_trunc('minute', instant) as moment,
  day
from facts where type like 'case.%';

-- A stage begins with the opening or the escalation; what belongs to it is the first of each step in it.
create table stages as
select
  case_id, stage, any_value(kind) as kind, any_value(service) as service,
  min(day) filter (step in ('opened', 'escalated')) as day,
  min(moment) filter (step in ('opened', 'escalated')) as opened,
  min(moment) filter (step = 'acknowledged') as acknowledged,
  min(moment) filter (step = 'extended') as extended,
  min(moment) filter (step = 'responded') as responded
from steps
group by case_id, stage
having day is not null;

create table whole_cases as
select
  case_id, any_value(kind) as kind, any_value(service) as service,
  min(day) filter (step = 'opened') as day,
  min(moment) filter (step = 'opened') as opened,
  min(moment) filter (step = 'responded') as responded,
  min(moment) filter (step = 'escalated') as escalated,
  min(moment) filter (step = 'closed') as closed
from steps
group by case_id
having day is not null;

-- Bank holidays, from GOV.UK's lists.
create table holidays as
select unnest([
  '2020-05-08', '2020-05-25', '2020-08-31', '2020-12-25', '2020-12-28', '2021-01-01', '2021-04-02', '2021-04-05',
  '2021-05-03', '2021-05-31', '2021-08-30', '2021-12-27', '2021-12-28', '2022-01-03', '2022-04-15', '2022-04-18',
  '2022-05-02', '2022-06-02', '2022-06-03', '2022-08-29', '2022-09-19', '2022-12-26', '2022-12-27', '2023-01-02',
  '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29', '2023-08-28', '2023-12-25', '2023-12-26',
  '2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26',
  '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'
]::date[]) as day, 'england-and-wales' as division
union all
select unnest([
  '2023-04-07', '2023-05-01', '2023-05-08', '2023-05-29', '2023-08-07', '2023-11-30', '2023-12-25', '2023-12-26',
  '2024-01-01', '2024-01-02', '2024-03-29', '2024-05-06', '2024-05-27', '2024-08-05', '2024-12-02', '2024-12-25',
  '2024-12-26', '2025-01-01', '2025-01-02', '2025-04-18', '2025-05-05', '2025-05-26', '2025-08-04', '2025-12-01',
  '2025-12-25', '2025-12-26'
]::date[]), 'scotland'
union all
select unnest([
  '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29', '2023-07-12', '2023-08-28', '2023-12-25',
  '2023-12-26', '2024-01-01', '2024-03-18', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-07-12',
  '2024-08-26', '2024-12-25', '2024-12-26', '2025-01-01', '2025-03-17', '2025-04-18', '2025-04-21', '2025-05-05',
  '2025-05-26', '2025-07-14', '2025-08-25', '2025-12-25', '2025-12-26'
]::date[]), 'northern-ireland';

create table open_days as
select d.day::date as day, division
from generate_series(date '2020-04-01', date '2025-12-31', interval 1 day) as d (day),
  (select distinct division from holidays) as divisions
where isodow(d.day) < 6
  and not exists (select 1 from holidays as h where h.day = d.day::date and h.division = divisions.division);
create view working_days as select day from open_days where division = 'england-and-wales';
create table closed_days as
select unnest(['2023-12-27', '2023-12-28', '2023-12-29', '2024-12-27', '2024-12-30', '2024-12-31']::date[]) as day;

create macro london_date(moment) as timezone('Europe/London', moment)::date;
create macro working_days_from(a, b) as (
  select count(*) from working_days as w where w.day >= london_date(a) and w.day < london_date(b)
);
create macro working_days_of(a, b, place) as (
  select count(*) from open_days as o where o.division = place and o.day >= london_date(a) and o.day < london_date(b)
);
create macro working_days_but_closed(a, b) as (
  select count(*) from working_days as w anti join closed_days as c using (day)
  where w.day >= london_date(a) and w.day < london_date(b)
);
-- The fewest months that reach the day: a begun month counts.
create macro months_from(a, b) as datediff('month', london_date(a), london_date(b))
  + (london_date(b) > london_date(a) + to_months(datediff('month', london_date(a), london_date(b))::integer))::integer;

-- From 9 to 5, on Fridays to half past four, on working days.
create table openings as
select
  timezone('Europe/London', day + time '09:00') as opens,
  timezone('Europe/London', day + case when isodow(day) = 5 then time '16:30' else time '17:00' end) as closes
from working_days;
create macro open_seconds(a, b) as (
  select coalesce(sum(epoch(least(b, o.closes)) - epoch(greatest(a, o.opens))), 0)
  from openings as o where o.closes > a and o.opens < b
);

create view ends as select timezone('Europe/London', (day + 1)::timestamp) as until from as_of;

create table figures (
  measure text, period text, dimension text, cut text, value double, numerator double, denominator double
);

-- Periods that an edition of a quarter can show: its own, and of other lengths those that are over.
create view shown as
select * from periods
where first <= (select day from as_of) and (frequency = 'quarter' or last <= (select day from as_of));
