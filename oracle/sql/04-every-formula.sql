-- Written from what the titles and the guide say, not from the scorecard's formulas.

-- Counting and adding up.
insert into figures
select 'visits', p.id, 'site', site, count(*), null, null
from shown p join visits v on v.day between p.first and p.last
where frequency = 'quarter' group by grouping sets ((p.id), (p.id, site))
union all
select 'visits-in-the-month', p.id, null, null, count(*), null, null
from shown p join visits v on v.day between p.first and p.last
where frequency = 'month' group by p.id
union all
select 'payments-taken', p.id, 'channel', channel, coalesce(sum(pence), 0)::double / 100, null, null
from shown p join payments t on t.day between p.first and p.last
where frequency = 'quarter' group by grouping sets ((p.id), (p.id, channel))
union all
select 'mean-payment', p.id, 'service', service, sum(pence)::double / (count(pence) * 100), sum(pence), count(pence)
from shown p join payments t on t.day between p.first and p.last
where frequency = 'quarter' and pence is not null group by grouping sets ((p.id), (p.id, service))
union all
select 'smallest-payment', p.id, null, null, min(pence), null, count(pence)
from shown p join payments t on t.day between p.first and p.last
where frequency = 'quarter' group by p.id
union all
select 'largest-payment', p.id, null, null, max(pence)::double / 100, null, count(pence)
from shown p join payments t on t.day between p.first and p.last
where frequency = 'quarter' and channel = 'online' group by p.id
union all
select 'longest-waits-in-person', p.id, 'site', site,
  list_sort(list(wait))[(count(*) * 90 + 99) // 100]::double / 60, null, count(*)
from shown p join visits v on v.day between p.first and p.last
where frequency = 'quarter' and wait is not null group by grouping sets ((p.id), (p.id, site))
union all
select 'wait-in-person', p.id, 'site', site, (sum(wait)::double / count(*)) / 60, sum(wait), count(*)
from shown p join visits v on v.day between p.first and p.last
where frequency = 'quarter' and wait is not null group by grouping sets ((p.id), (p.id, site))
union all
select 'visitors-served', p.id, 'site', site, 100.0::double * count(wait) / count(*), count(wait), count(*)
from shown p join visits v on v.day between p.first and p.last
where frequency = 'quarter' group by grouping sets ((p.id), (p.id, site))
union all
select 'daily-visitors', p.id, null, null, count(distinct (day, visitor)), null, null
from shown p join web w on w.day between p.first and p.last
where frequency = 'quarter' group by p.id
union all
select 'talk-a-call', p.id, null, null, sum(talk)::double / (count(*) * 60), sum(talk), count(*)
from shown p join calls c on c.day between p.first and p.last
where frequency = 'quarter' and direction = 'inbound' group by p.id
union all
select 'incoming-calls', p.id, null, null, count(*), null, null
from shown p join calls c on c.day between p.first and p.last
where frequency = 'quarter' and direction = 'inbound' group by p.id
union all
select 'calls-given-up', p.id, null, null, count(*) filter (direction = 'inbound' and outcome = 'abandoned'), null, null
from shown p join calls c on c.day between p.first and p.last
where frequency = 'quarter' group by p.id;

create view visits_of as select period, value from figures where measure = 'visits' and cut is null;
create view calls_of as select period, value from figures where measure = 'incoming-calls';

insert into figures
select 'kiosk-payments-a-visit', p.id, null, null, count(*) filter (channel = 'kiosk')::double / v.value,
  count(*) filter (channel = 'kiosk'), v.value
from shown p join payments t on t.day between p.first and p.last join visits_of v on v.period = p.id
group by p.id, v.value;

-- What people say.
insert into figures
select 'satisfied', p.id, 'service', service, 100.0::double * count(*) filter (score >= 4) / count(*),
  count(*) filter (score >= 4), count(*)
from shown p join responses r on r.day between p.first and p.last
where frequency = 'quarter' and survey = 'after-contact' and scale = '1 to 5'
group by grouping sets ((p.id), (p.id, service))
union all
select 'mean-score', p.id, null, null, sum(score)::double / count(*), sum(score), count(*)
from shown p join responses r on r.day between date_trunc('month', p.last) - to_months(17) and p.last
where frequency = 'half-year' and survey = 'after-contact' group by p.id
union all
select 'online-skills', p.id, null, null, 100.0::double * count(*) filter (answer = 'yes') / count(*),
  count(*) filter (answer = 'yes'), count(*)
from shown p join responses r on r.day between p.first and p.last
where frequency = 'year' and survey = 'online-skills' group by p.id;

-- How long it takes.
create table replies as
select
  m.day, m.network,
  date_trunc('minute', m.instant) as asked,
  date_trunc('minute', m.answered) as answered,
  epoch(date_trunc('minute', m.answered)) - epoch(date_trunc('minute', m.instant)) as seconds,
  open_seconds(date_trunc('minute', m.instant), date_trunc('minute', m.answered)) as open_seconds,
  open_seconds(date_trunc('minute', m.instant), e.until) as open_so_far
from messages m, ends e
where m.channel = 'social';

insert into figures
select 'first-reply', p.id, 'network', network,
  list_sort(list(seconds))[(count(*) * 50 + 99) // 100]::double / 3600, null, count(*)
from shown p join replies r on r.day between p.first and p.last
where frequency = 'quarter' and answered is not null group by grouping sets ((p.id), (p.id, network));

-- Those that are still open, and may yet be in time, are in neither number.
create table limits as
with judged as (
  select 'first-reply-in-hours' as measure, day, null as cut, coalesce(answered is not null and open_seconds <= 14400, false) as kept,
    case when answered is null then open_so_far else open_seconds end > 14400 as late
  from replies
  union all
  select 'acknowledged', day, null, acknowledged is not null and working_days_from(opened, acknowledged) <= 5,
    working_days_from(opened, coalesce(acknowledged, until)) > 5
  from stages, ends where kind = 'complaint' and stage = '1'
  union all
  select 'responded-stage-one', day, service,
    responded is not null and working_days_from(acknowledged, responded) <= allowed,
    working_days_from(acknowledged, coalesce(responded, until)) > allowed
  from (
    select *,
      10 + 10 * (extended is not null and working_days_from(acknowledged, extended) <= 10)::integer as allowed
    from stages where kind = 'complaint' and stage = '1' and acknowledged is not null
  ), ends
  union all
  select 'requests-in-three-months', day, null, closed is not null and months_from(opened, closed) <= 3,
    months_from(opened, coalesce(closed, until - interval 1 second)) > 3
  from whole_cases, ends where kind = 'request'
)
select measure, day, cut, kept, kept or late as settled from judged;

insert into figures
select measure, p.id, 'service', cut, 100.0::double * count(*) filter (kept) / nullif(count(*) filter (settled), 0),
  count(*) filter (kept), count(*) filter (settled)
from shown p join limits l on l.day between p.first and p.last
where frequency = 'quarter' group by measure, p.id, cut having cut is not null
union all
select measure, p.id, null, null, 100.0::double * count(*) filter (kept) / nullif(count(*) filter (settled), 0),
  count(*) filter (kept), count(*) filter (settled)
from shown p join limits l on l.day between p.first and p.last
where frequency = 'quarter' group by measure, p.id
union all
select 'responded-stage-two', p.id, null, null, list_sort(list(took))[(count(*) * 90 + 99) // 100], null, count(*)
from shown p join (
  select day, working_days_from(opened, responded) as took
  from stages where kind = 'complaint' and stage = '2' and responded is not null
) s on s.day between p.first and p.last
where frequency = 'half-year' group by p.id
union all
select 'days-to-close', p.id, null, null, sum(took)::double / count(*), sum(took), count(*)
from shown p join (
  select day, london_date(closed) - london_date(opened) as took
  from whole_cases where kind = 'complaint' and closed is not null
) c on c.day between p.first and p.last
where frequency = 'quarter' group by p.id;

-- Counters and residents.
create table levels as
select p.id as period, p.first, network, max(r.day) as day, arg_max(value, instant) as value
from shown p join (
  select day, instant, data ->> 'gauge' as gauge, data -> 'dimensions' ->> 'network' as network,
    (data ->> 'value')::double as value
  from facts where type = 'gauge.read'
) r on r.gauge = 'accounts' and r.day <= p.last
where frequency = 'quarter' group by p.id, p.first, network;

insert into figures
select 'accounts', period, 'network', network, sum(value), null, null
from levels where day >= first group by grouping sets ((period), (period, network))
union all
select 'new-accounts', period, null, null, closing - opening, null, null from (
  select p.id as period,
    (select sum(value) from levels l where l.period = p.id and l.day >= l.first) as closing,
    (select sum(value) from levels l where l.period = before.id) as opening
  from shown p join shown before on before.last = p.first - 1 and before.frequency = 'quarter'
  where p.frequency = 'quarter'
) where closing is not null and opening is not null
union all
select 'contacts-per-thousand', p.id, null, null, 1000 * c.value / arg_max(r.value, instant), c.value,
  arg_max(r.value, instant)
from shown p join calls_of c on c.period = p.id join readings r on r.gauge = 'population' and r.day <= p.last
group by p.id, c.value;

-- Over time. A year begins in April; what is not over yet has as many months as have passed.
create view years as
select id, first, last,
  make_date(year(last) - (month(last) < 4)::integer, 4, 1) as year_first,
  least(last, (date_trunc('month', (select day from as_of) + 1) - interval 1 day)::date) as months_last
from shown where frequency = 'quarter';
create view months_so_far as
select *, datediff('month', year_first, months_last) + 1 as months from years where months_last > year_first;

insert into figures
select 'payments-this-year', y.id, null, null, coalesce(sum(pence), 0)::double / 100, null, null
from years y join payments t on t.day between y.year_first and y.last group by y.id
union all
select 'visits-in-twelve-months', y.id, null, null, count(*), null, null
from years y join visits v on v.day between date_trunc('month', y.last) - to_months(11) and y.last group by y.id
union all
select 'calls-by-the-year-end', m.id, null, null, round(count(*)::double * 12 / m.months / 10) * 10, null, null
from months_so_far m join calls c on c.day between m.year_first and m.months_last
where direction = 'inbound' group by m.id, m.months
union all
select 'visits-a-month', m.id, null, null, count(*)::double / m.months, count(*), m.months
from months_so_far m join visits v on v.day between m.year_first and m.months_last group by m.id, m.months
union all
select 'usual-visits', p.id, null, null, sum(v.value) / 4, sum(v.value), 4
from shown p join shown before on before.frequency = 'quarter' and before.first >= p.first - to_months(12)
  and before.first < p.first
join visits_of v on v.period = before.id
where p.frequency = 'quarter' group by p.id having count(*) = 4;

-- From other measures.
insert into figures
select 'visits-and-answered-calls', period, null, null, v.value + c.value - g.value, null, null
from visits_of v join calls_of c using (period)
join (select period, value from figures where measure = 'calls-given-up') g using (period)
union all
select 'calls-a-visit', period, null, null, 100 * v.value / c.value, v.value, c.value
from visits_of v join calls_of c using (period)
union all
select 'more-visits', p.id, null, null, 100 * (now.value - old.value) / old.value, null, null
from shown p join visits_of now on now.period = p.id
join shown before on before.last = p.first - 1 and before.frequency = 'quarter'
join visits_of old on old.period = before.id;

create table channel_counts as
select period, 'phone' as channel, value as contacts from calls_of
union all select period, 'in person', value from visits_of
union all
select p.id, 'online form', count(*) filter (kind = 'form')
from shown p join web w on w.day between p.first and p.last where frequency = 'quarter' group by p.id
union all
select p.id, 'online payment', count(*) filter (channel = 'online')
from shown p join payments t on t.day between p.first and p.last where frequency = 'quarter' group by p.id;

insert into figures
select 'online-share', period, null, null, 100.0 * online / whole, online, whole from (
  select period, sum(contacts) filter (channel like 'online%') as online, sum(contacts) as whole
  from channel_counts group by period having count(*) = 4
)
union all
select 'online-share', period, 'channel', channel, 100.0 * contacts / sum(contacts) over (partition by period), null,
  sum(contacts) over (partition by period)
from channel_counts;

-- Typed in by officers.
insert into figures
select measure, period, null, null, coalesce(value, rank), null, null
from recorded where scorecard = 'every-formula' and series = 'own' and cut is null and coalesce(value, rank) is not null;
