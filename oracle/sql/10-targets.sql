-- Targets, and where amber ends. Of a year's target a quarter gets its part only where the scorecard says so.
create table aims as
with q as (select id, first, year(first) - (month(first) < 4)::integer as fy from periods where frequency = 'quarter'),
flat as (
  select * from (values
    ('contact-centre', 'service-level', 80, 75), ('contact-centre', 'abandonment-rate', 5, 7),
    ('contact-centre', 'average-speed-of-answer', 45, 49.5), ('contact-centre', 'longest-waits', 90, 99),
    ('contact-centre', 'first-contact-resolution', 75, 70), ('contact-centre', 'social-answered', 85, 80),
    ('every-formula', 'visitors-served', 95, 92), ('every-formula', 'acknowledged', 100, 90),
    ('every-rule', 'accounts-kept', 30000, 28500), ('every-rule', 'mystery-shopping', 85, null),
    ('every-rule', 'promised-calls', 90, null), ('every-rule', 'letters-same-day', 95, null)
  ) as t (scorecard, measure, green, amber), q
),
forms as (
  select * from (values
    ('2023-24-q1', 20), ('2023-24-q2', 20), ('2023-24-q3', 25), ('2023-24-q4', 30), ('2024-25-q1', 30),
    ('2024-25-q2', 32), ('2024-25-q3', 36), ('2024-25-q4', 42), ('2025-26-q1', 44)
  ) as t (period, green)
),
base as (select value from known where scorecard = 'every-formula' and measure = 'visitors-served' and period = '2023-24-q1')
select scorecard, measure, id as period, green::double as green, amber::double as amber from flat
union all
select 'contact-centre', 'form-completions', period, green, green * 0.9 from forms
union all
select 'contact-centre', 'satisfaction', id, 80, 77 from periods where frequency = 'half-year'
union all
select 'front-doors', measure, id, green, amber
from periods, (values
  ('answered-in-80-seconds', 80, 75), ('settled-at-once', 75, 70), ('given-up', 5, 7)
) as t (measure, green, amber)
where frequency = 'month'
union all
-- A straight line from 60 to 71, a point each quarter.
select 'every-formula', 'satisfied', id, least(60 + datediff('quarter', date '2023-04-01', first), 71), null
from q where first >= date '2023-04-01'
union all
select 'every-rule', 'served-as-before', id, value, value - 3 from q, base where first > date '2023-06-30'
union all
select 'every-rule', 'settled-in-steps', id, green, green - 2 from (
  select id, case when id >= '2024-25-q4' then 80 when id >= '2024-25-q1' then 75 else 65 end as green
  from q where id >= '2023-24-q1'
)
union all
select 'every-rule', 'visits-shared-out', id, whole / 4, whole / 4 * 1.2
from q join (values (2023, 220.0), (2024, 200.0)) as t (fy, whole) using (fy)
union all
select 'every-rule', 'trained', id, whole / 4, null from q join (values (2024, 40.0), (2025, 44.0)) as t (fy, whole) using (fy)
union all
select 'every-rule', measure, period, green, null from (values
  ('visits-in-the-calendar-year', '2024', 225), ('visits-in-the-april-year', '2023-24', 200),
  ('visits-in-the-april-year', '2024-25', 215)
) as t (measure, period, green)
union all
select 'every-rule', 'answered-with-overflow', id, if(id < '2024-25-q3', 95, 92), if(id < '2024-25-q3', null, 89) from q;

insert into cells
select scorecard, measure, period, 'target', green from aims
union all
select scorecard, measure, period, 'variance', value - green from aims join known using (scorecard, measure, period)
union all
select 'every-rule', 'talking', id, 'target, from', 3.5 from quarters
union all
select 'every-rule', 'talking', id, 'target, to', 4 from quarters
union all
select 'every-rule', measure, q.id, 'year''s target', whole
from quarters q join (values
  ('visits-shared-out', 2023, 220), ('visits-shared-out', 2024, 200), ('calls-of-the-year', 2024, 1900),
  ('trained', 2024, 40), ('trained', 2025, 44)
) as t (measure, fy, whole) on q.first between make_date(fy, 4, 1) and make_date(fy + 1, 3, 31);

-- The targets that are set by period, those to come too.
insert into cells
select scorecard, measure, period, 'planned target', green from aims
where measure in ('form-completions', 'satisfied', 'visits-in-the-calendar-year', 'visits-in-the-april-year')
  or (measure = 'settled-in-steps' and period <= '2024-25-q4')
union all
select 'every-rule', measure, period, 'planned target', whole from (values
  ('visits-shared-out', '2023-24', 220), ('visits-shared-out', '2024-25', 200), ('calls-of-the-year', '2024-25', 1900),
  ('trained', '2024-25', 40), ('trained', '2025-26', 44)
) as t (measure, period, whole);

-- What a figure is told from: the first quarter, or what was counted before the campaign.
insert into cells
select b.scorecard, b.measure, q.id, 'baseline', k.value
from (values ('every-formula', 'accounts'), ('every-rule', 'served-as-before')) as b (scorecard, measure)
join known k using (scorecard, measure), quarters q
where k.period = '2023-24-q1'
union all
select 'every-rule', 'followers-since-then', id, 'baseline', 11500 from quarters;

-- Bands of their own, and a figure of the quarter before in place of a target.
create table limits_of as
select scorecard, measure, period, green, amber from aims
union all
select 'every-formula', 'longest-waits-in-person', id, 15, 20 from quarters
union all
select 'every-rule', 'answered-in-time', id, 80, 75 from quarters
union all
select 'every-rule', 'mean-wait', id, 35, 40 from quarters
union all
select now.scorecard, now.measure, now.period, before.value, before.value * 0.95
from known now join known before using (scorecard, measure)
where measure = 'served-better' and before.last = now.first - 1;

insert into cells
select scorecard, measure, period, 'judged against', green from limits_of where measure = 'served-better';

create macro limit_missed(value, green, amber, polarity) as
  case when polarity = 'higher' and value < green then if(amber is null or value >= amber, green, amber)
    when polarity = 'lower' and value > green then if(amber is null or value <= amber, green, amber)
    else green end;

insert into cells
with judged as (
  select k.scorecard, k.measure, k.period, abs(k.value - limit_missed(k.value, green, amber, r.polarity)) as distance
  from known k join rules r using (scorecard, measure) join limits_of using (scorecard, measure, period)
  where (k.over or not r.total)
    and not exists (select 1 from too_few t where (t.scorecard, t.measure, t.period) = (k.scorecard, k.measure, k.period))
  union all
  -- Between two limits: to the nearer, and from outside to amber, a tenth of a minute further.
  select scorecard, measure, period,
    case when value < 3.4 then 3.4 - value when value > 4.1 then value - 4.1
      else least(abs(value - 3.5), abs(value - 4)) end
  from known where measure = 'talking'
)
select scorecard, measure, period, 'to the next band', distance from judged where distance > 1e-9;

insert into cells
select scorecard, measure, period, 'forecast', value from recorded where measure = 'trained' and series = 'forecast'
union all
select r.scorecard, measure, period, 'forecast, to the next band', abs(value - green)
from recorded r join aims using (measure, period) where measure = 'trained' and series = 'forecast'
union all
-- Both forecasts were recorded before their period was over; a figure came of one of them.
select r.scorecard, measure, period, 'forecast, before the period was over', r.value
from recorded r join known k using (scorecard, measure, period) where measure = 'trained' and series = 'forecast' and k.over;
