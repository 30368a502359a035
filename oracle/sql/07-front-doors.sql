-- The front doors of every month that has begun. Of a month in which a stream brought nothing, nothing is known; one in
-- which it brought something, but nothing of the kind, is 0.
create table monthly (
  measure text, period text, dimension text, cut text, value double, numerator double, denominator double
);
create view months as
select * from periods where frequency = 'month' and first <= (select day from as_of);

insert into monthly
with called as (
  select p.id as period,
    count(*) filter (outcome = 'answered' and wait <= 80) as quick,
    count(*) filter (outcome = 'answered') as answered,
    count(*) filter (outcome = 'answered' and resolved) as settled,
    count(*) filter (outcome = 'abandoned') as given_up
  from months p join calls c on c.day between p.first and p.last where direction = 'inbound' group by p.id
),
parts as (
  select 'answered-in-80-seconds' as measure, period, quick as part, answered + given_up as whole from called
  union all select 'given-up', period, given_up, answered + given_up from called
  union all select 'settled-at-once', period, settled, answered from called
)
select measure, period, null, null, 100.0::double * part / whole, part, whole from parts where whole > 0;

insert into monthly
with called as (
  select p.id as period, queue, count(*) filter (direction = 'inbound') as calls
  from months p join calls c on c.day between p.first and p.last group by grouping sets ((p.id), (p.id, queue))
)
select 'calls', period, null, null, calls, null, null from called where queue is null
union all
select q.queue || '-calls', whole.period, null, null, coalesce(own.calls, 0), null, null
from (select unnest(['revenues', 'housing', 'streets']) as queue) as q
join called as whole on whole.queue is null
left join called as own on own.period = whole.period and own.queue = q.queue;

insert into monthly
select 'visitors', p.id, 'site', site, count(*), null, null
from months p join visits v on v.day between p.first and p.last group by grouping sets ((p.id), (p.id, site))
union all
select 'wait', p.id, null, null, sum(wait)::double / (count(*) * 60), sum(wait), count(*)
from months p join visits v on v.day between p.first and p.last where wait is not null group by p.id
union all
select 'pages-seen', p.id, null, null, count(*) filter (kind = 'page'), null, null
from months p join web w on w.day between p.first and p.last group by p.id
union all
select 'followers', p.id, null, null, arg_max(value, instant), null, null
from months p join readings r on r.day between p.first and p.last where gauge = 'followers' group by p.id;

-- Answers of whole years.
insert into monthly
select 'online-skills', p.id, 'answer', answer, count(*), null, null
from periods p join responses r on r.day between p.first and p.last
where frequency = 'year' and last <= (select day from as_of) and survey = 'online-skills'
group by grouping sets ((p.id), (p.id, answer));

create table monthly_channels as
select 'phone' as channel, period, value as contacts from monthly where measure = 'calls'
union all
select 'in person', period, value from monthly where measure = 'visitors' and cut is null
union all
select 'online form', p.id, count(*) filter (kind = 'form')
from months p join web w on w.day between p.first and p.last group by p.id;

insert into monthly
select 'online-contacts', period, null, null, 100.0 * online / whole, online, whole from (
  select period, sum(contacts) filter (channel = 'online form') as online, sum(contacts) as whole
  from monthly_channels group by period having count(*) = 3
)
union all
select 'online-contacts', period, 'channel', channel, 100.0 * contacts / sum(contacts) over (partition by period), null,
  sum(contacts) over (partition by period)
from monthly_channels;

-- The ten of each month that came most often, and all that share the tenth rank.
create table monthly_lists as
with counted as (
  select 'most-asked' as measure, 'service' as dimension, p.id as period, service as name, count(*) as times
  from months p join calls c on c.day between p.first and p.last where direction = 'inbound' group by p.id, service
  union all
  select case kind when 'page' then 'top-pages' when 'search' then 'top-searches' else 'top-forms' end,
    case kind when 'page' then 'path' else kind end, p.id, if(kind = 'page', path, name), count(*)
  from months p join web w on w.day between p.first and p.last
  where kind in ('page', 'search', 'form') group by all
)
select *, rank() over (partition by measure, period order by times desc) as place from counted
qualify place <= 10;
