insert into cells
select 'every-formula', measure, period, 'value', value from figures where cut is null and value is not null
union all
select 'every-formula', measure, period, 'numerator', numerator from figures where cut is null and numerator is not null
union all
select 'every-formula', measure, period, 'denominator', denominator
from figures where cut is null and denominator is not null
union all
select 'every-formula', measure, period, dimension || ': ' || cut, value
from figures where cut is not null and value is not null
union all
select 'every-formula', measure, period, dimension || ': ' || cut || ', of', denominator
from figures where cut is not null and denominator is not null
union all
select scorecard, measure, period, 'comparator: ' || series, value
from recorded where scorecard = 'every-formula' and series not in ('own', 'forecast', 'budget', 'net', 'gross', 'variance');

-- Lists: those of the first ranks, equal counts sharing one.
create table lists as
with counted as (
  select 'pages' as measure, 'path' as dimension, 3 as longest, p.id as period, path as name, count(*) as times
  from quarters p join web w on w.day between p.first and p.last where kind = 'page' group by p.id, path
  union all
  select 'asked-by-phone', 'service', 4, p.id, service, count(*)
  from quarters p join calls c on c.day between p.first and p.last where direction = 'inbound' group by p.id, service
),
ranked as (
  select *, rank() over (partition by measure, period order by times desc) as place from counted
)
select measure, dimension, period, name, times, place from ranked where place <= longest
union all
select measure, 'service', period, cut ->> 'service', null, rank
from recorded where measure = 'asked-at-events';

insert into cells
select 'every-formula', measure, period, dimension || ': ' || name, times from lists where times is not null
union all
select 'every-formula', measure, period, 'rank: ' || name, place from lists;

-- How a quarter's visits rank among those until then, from the nearer end; told when the quarter is over.
insert into cells
with known as (
  select p.id, p.first, p.last, v.value from quarters p join visits_of v on v.period = p.id
),
placed as (
  select now.id, count(*) as of,
    1 + count(*) filter (other.value > now.value) as highest,
    1 + count(*) filter (other.value < now.value) as lowest
  from known now join known other on other.first <= now.first
  where now.last <= (select day from as_of)
  group by now.id having count(*) >= 3
)
select 'every-formula', 'visits', id, case when lowest < highest then 'rank from the lowest' else 'rank from the highest' end,
  least(lowest, highest)
from placed;

-- The budget's lines and their total; overspent is positive.
insert into cells
with amounts as (
  select period, cut ->> 'line' as line, max(value) filter (series = 'net') as net,
    max(value) filter (series = 'forecast') as forecast
  from recorded where measure = 'contact-budget' group by period, cut ->> 'line'
),
with_total as (
  select period, line, net, forecast from amounts
  union all
  select period, 'total', sum(net), sum(forecast) from amounts group by period
)
select 'every-formula', 'contact-budget', period, line || ': net', net from with_total
union all
select 'every-formula', 'contact-budget', period, line || ': forecast', forecast from with_total
union all
select 'every-formula', 'contact-budget', period, line || ': variance', forecast - net from with_total;
