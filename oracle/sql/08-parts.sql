create view all_figures as
select 'every-formula' as scorecard, * from figures
union all
select 'every-rule', * from rule_figures
union all
select 'front-doors', * from monthly;

insert into cells
select scorecard, measure, period, 'value', value from all_figures where cut is null and value is not null
union all
select scorecard, measure, period, 'numerator', numerator from all_figures where cut is null and numerator is not null
union all
select scorecard, measure, period, 'denominator', denominator
from all_figures where cut is null and denominator is not null
union all
select scorecard, measure, period, dimension || ': ' || cut, value
from all_figures where cut is not null and value is not null
union all
select scorecard, measure, period, dimension || ': ' || cut || ', of', denominator
from all_figures where cut is not null and denominator is not null;

-- Others' figures, and how far ours are from them in percent of theirs. Neither more nor fewer staff is better.
insert into cells
select scorecard, measure, period, 'comparator: ' || series, theirs.value
from recorded as theirs
where scorecard = 'every-formula' and series not in ('own', 'forecast', 'budget', 'net', 'gross', 'variance')
union all
select theirs.scorecard, theirs.measure, theirs.period, 'comparator: ' || theirs.series || ', difference',
  100 * (ours.number - theirs.value) / theirs.value
from recorded as theirs
join cells as ours using (scorecard, measure, period)
where ours.part = 'value' and theirs.measure = 'staff' and series not in ('own', 'forecast');

-- The parts of a count in percent of them all; and of channels their counts and shares.
insert into cells
select scorecard, measure, period, part || ', share',
  100.0::double * number / sum(number) over (partition by scorecard, measure, period)
from cells
where (
    measure in ('visits', 'complaints', 'calls-offered', 'visitors') and (part like 'site: %' or part like 'service: %')
  )
  or (scorecard = 'front-doors' and measure = 'online-skills' and part like 'answer: %');
insert into cells
select 'every-formula', 'online-share', period, 'channel: ' || channel || ', counted', contacts from channel_counts
union all
select 'every-formula', 'online-share', period, 'channel: ' || channel || ', share',
  100.0 * contacts / sum(contacts) over (partition by period)
from channel_counts
union all
select 'front-doors', 'online-contacts', period, 'channel: ' || channel || ', counted', contacts from monthly_channels
union all
select 'front-doors', 'online-contacts', period, 'channel: ' || channel || ', share',
  100.0 * contacts / sum(contacts) over (partition by period)
from monthly_channels;

-- Lists: those of the first ranks, equal counts sharing one.
create table lists as
with counted as (
  select 'pages' as measure, 'path' as dimension, 3 as longest, p.id as period, path as name, count(*) as times
  from quarters p join web w on w.day between p.first and p.last where kind = 'page' group by p.id, path
  union all
  select 'asked-by-phone', 'service', 4, p.id, service, count(*)
  from quarters p join calls c on c.day between p.first and p.last where direction = 'inbound' group by p.id, service
  union all
  select 'searched-for', 'search', 2, p.id, name, count(*)
  from quarters p join web w on w.day between p.first and p.last where kind = 'search' group by p.id, name
  union all
  select 'forms-sent', 'form', 10, p.id, name, count(*)
  from quarters p join web w on w.day between p.first and p.last where kind = 'form' group by p.id, name
),
ranked as (
  select *, rank() over (partition by measure, period order by times desc) as place from counted
)
select measure, dimension, period, name, times, place from ranked where place <= longest
union all
select measure, 'service', period, cut ->> 'service', null, rank
from recorded where measure = 'asked-at-events';

create view all_lists as
select 'every-formula' as scorecard, measure, dimension, period, name, times, place from lists
union all
select 'front-doors', * from monthly_lists;

insert into cells
select scorecard, measure, period, dimension || ': ' || name, times from all_lists where times is not null
union all
select scorecard, measure, period, 'counted: ' || name, times from all_lists where times is not null
union all
select scorecard, measure, period, 'rank: ' || name, place from all_lists
union all
select scorecard, measure, period, dimension || ': ' || name || ', rank', place from all_lists
union all
-- No day has more than a thousand names, so that nothing is cut; and every call is about a service that is listed.
select distinct scorecard, measure, period, 'left out of the list', 0 from all_lists where times is not null;

-- How a quarter's visits rank among those until then, from the nearer end; told when the quarter is over.
insert into cells
with known as (
  select p.id, p.first, p.last, v.value from quarters p join visits_of v on v.period = p.id
),
placed as (
  select now.id, count(*) as known,
    1 + count(*) filter (other.value > now.value) as highest,
    1 + count(*) filter (other.value < now.value) as lowest
  from known now join known other on other.first <= now.first
  where now.last <= (select day from as_of)
  group by now.id having count(*) >= 3
)
select 'every-formula', 'visits', id, case when lowest < highest then 'rank from the lowest' else 'rank from the highest' end,
  least(lowest, highest)
from placed
union all
select 'every-formula', 'visits', id, 'ranked among', known from placed;

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
