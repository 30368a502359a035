-- Written from what the titles and the guide say, as before.

insert into figures
select 'complaints', p.id, 'service', service, count(*), null, null
from shown p join whole_cases c on c.day between p.first and p.last
where frequency = 'quarter' and kind = 'complaint' group by grouping sets ((p.id), (p.id, service))
union all
select 'readings-taken', p.id, null, null, count(*), null, null
from shown p join readings r on r.day between p.first and p.last
where frequency = 'quarter' group by p.id
union all
-- Whether a chat on the website was answered cannot be seen.
select 'messages-answered', p.id, null, null, 100.0::double * count(answered) / count(*), count(answered), count(*)
from shown p join messages m on m.day between p.first and p.last
where frequency = 'quarter' and network <> 'website' group by p.id;

-- By more clocks. What is still open when it can no longer be in time is late.
create table further_limits as
with judged as (
  -- Who left without being served was not served late.
  select 'served-in-ten-minutes' as measure, day, site as cut, wait <= 600 as kept, wait > 600 as late
  from visits where wait is not null
  union all
  select 'visit-in-half-an-hour', day, null, service <= 1800, service > 1800 from visits where service is not null
  union all
  select 'replied-in-a-day', day, null, coalesce(seconds <= 86400, false),
    coalesce(seconds, epoch(until) - epoch(asked)) > 86400
  from replies, ends
  union all
  select 'answered-in-twenty-days', day, null, coalesce(london_date(closed) - london_date(opened) + 1 <= 20, false),
    london_date(coalesce(closed, until)) - london_date(opened) + 1 > 20
  from whole_cases, ends where kind = 'complaint'
  union all
  select 'requests-answered-in-a-month', day, null, responded is not null and months_from(opened, responded) <= 1,
    months_from(opened, coalesce(responded, until)) > 1
  from whole_cases, ends where kind = 'request'
  union all
  select 'as-in-scotland', day, null, responded is not null and 1 + working_days_of(opened, responded, 'scotland') <= 25,
    1 + working_days_of(opened, coalesce(responded, until), 'scotland') > 25
  from stages, ends where kind = 'complaint' and stage = '1'
)
select measure, day, cut, kept, kept or late as settled from judged;

insert into figures
select measure, p.id, 'site', cut, 100.0::double * count(*) filter (kept) / nullif(count(*) filter (settled), 0),
  count(*) filter (kept), count(*) filter (settled)
from shown p join further_limits l on l.day between p.first and p.last
where frequency = 'quarter' and cut is not null group by measure, p.id, cut
union all
select measure, p.id, null, null, 100.0::double * count(*) filter (kept) / nullif(count(*) filter (settled), 0),
  count(*) filter (kept), count(*) filter (settled)
from shown p join further_limits l on l.day between p.first and p.last
where frequency = 'quarter' group by measure, p.id
union all
select measure, p.id, null, null, sum(took)::double / count(*), sum(took), count(*)
from shown p join (
  select 'requests-with-closures' as measure, day, working_days_but_closed(opened, responded) as took
  from whole_cases where kind = 'request' and responded is not null
  union all
  select 'as-in-northern-ireland', day, working_days_of(opened, responded, 'northern-ireland')
  from stages where kind = 'complaint' and stage = '1' and responded is not null
) t on t.day between p.first and p.last
where frequency = 'quarter' group by measure, p.id
union all
select 'on-the-scottish-calendar', p.id, null, null, list_sort(list(took))[(count(*) * 50 + 99) // 100], null, count(*)
from shown p join (
  select day, working_days_of(opened, closed, 'scotland') as took
  from whole_cases where kind = 'request' and closed is not null
) t on t.day between p.first and p.last
where frequency = 'quarter' group by p.id;

-- Of those that ended, the ones that took longer; or, of cases, that were closed by then.
insert into figures
select measure, p.id, null, null, 100.0::double * count(*) filter (longer) / nullif(count(*) filter (ended), 0),
  count(*) filter (longer), count(*) filter (ended)
from shown p join (
  select 'replied-after-a-day' as measure, day, seconds is not null as ended, coalesce(seconds > 86400, false) as longer
  from replies
  union all
  select 'taken-further-in-time', day, escalated is not null,
    escalated is not null and (working_days_from(opened, escalated) > 20 or coalesce(closed <= escalated, false))
  from whole_cases where kind = 'complaint'
) t on t.day between p.first and p.last
where frequency = 'quarter' group by measure, p.id;

-- Minutes that each of the two websites was down, each minute once.
create table down as
select distinct site, m.minute, london_date(m.minute) as day
from (
  select any_value(site) as site, min(moment) filter (step = 'opened') as opened,
    min(moment) filter (step = 'closed') as closed
  from steps where kind = 'outage' group by case_id
) o, lateral (select unnest(generate_series(o.opened, o.closed - interval 1 minute, interval 1 minute)) as minute) as m;

create view minutes_of as
select id, first, last,
  (epoch(least(timezone('Europe/London', (last + 1)::timestamp), until)) - epoch(timezone('Europe/London', first::timestamp)))
    / 60 as minutes
from shown, ends where frequency = 'quarter' and id >= '2023-24-q1';

insert into figures
select 'websites-up', m.id, null, null, 100 * (2 * minutes - count(d.minute)) / (2 * minutes), 2 * minutes - count(d.minute),
  2 * minutes
from minutes_of m left join down d on d.day between m.first and m.last group by m.id, minutes
union all
select 'websites-up', m.id, 'site', site, 100 * (minutes - count(*)) / minutes, null, minutes
from minutes_of m join down d on d.day between m.first and m.last group by m.id, minutes, site;

-- Members of the library, by age: counted where there is a reading in the quarter and one before it.
create table member_levels as
select p.id as period, p.first, 'age: ' || age as detail, max(day) >= p.first as is_read, arg_max(value, instant) as value
from shown p join (
  select day, instant, data -> 'dimensions' ->> 'age' as age, (data ->> 'value')::double as value
  from facts where type = 'gauge.read' and (data ->> 'gauge') = 'members'
) r on r.day <= p.last
where frequency = 'quarter' group by p.id, p.first, age;

insert into figures
select 'new-members', now.period, 'detail', now.detail, sum(now.value - old.value), null, null
from member_levels now
join shown before on before.frequency = 'quarter' and before.last = now.first - 1
join member_levels old on old.period = before.id and old.detail = now.detail
where now.is_read group by grouping sets ((now.period), (now.period, now.detail));

create view earlier_quarters as
select now.id, before.id as before, datediff('month', now.first, before.first) as months, now.first
from shown now join shown before on now.frequency = 'quarter' and before.frequency = 'quarter';

insert into figures
select 'visits-per-ten-thousand', p.id, null, null, 10000 * v.value / arg_max(r.value, instant), v.value,
  arg_max(r.value, instant)
from shown p join visits_of v on v.period = p.id join readings r on r.gauge = 'population' and r.day <= p.last
group by p.id, v.value
union all
select 'calls-this-year', now.id, null, null, sum(c.value), null, null
from years now join years before on before.year_first = now.year_first and before.first <= now.first
join calls_of c on c.period = before.id group by now.id
union all
select 'payments-this-calendar-year', y.id, null, null, coalesce(sum(pence), 0)::double / 100, null, null
from years y join payments t on t.day between date_trunc('year', y.last) and y.last group by y.id
union all
select 'calls-by-december', y.id, null, null, count(*)::double * 12 / y.months, null, null
from (
  select id, date_trunc('year', last)::date as first, months_last,
    datediff('month', date_trunc('year', last), months_last) + 1 as months
  from years where months_last >= date_trunc('year', last)
) y join calls c on c.day between y.first and y.months_last
where direction = 'inbound' group by y.id, y.months;

-- Weeks of seven days from the first day on, and months, that were over by the end of the period and of the as-of date.
create view whole_weeks as
select id, first, (least(last, (select day from as_of)) - first + 1) // 7 as weeks from shown where frequency = 'quarter';
create view weeks_since as
select id, date '2024-06-03' as first, (least(last, (select day from as_of)) - date '2024-06-03' + 1) // 7 as weeks
from shown where frequency = 'quarter';

insert into figures
select 'visits-a-week', w.id, null, null, count(*)::double / w.weeks, count(*), w.weeks
from whole_weeks w join visits v on v.day between w.first and w.first + (7 * w.weeks)::integer - 1
where w.weeks > 0 group by w.id, w.weeks
union all
select 'calls-a-week', w.id, null, null, count(*)::double / w.weeks, count(*), w.weeks
from weeks_since w join calls c on c.day between w.first and w.first + (7 * w.weeks)::integer - 1
where w.weeks > 0 and direction = 'inbound' group by w.id, w.weeks
union all
select 'calls-a-month', m.id, null, null, count(*)::double / m.months, count(*), m.months
from (
  select id, months_last, datediff('month', date '2024-04-01', months_last) + 1 as months
  from years where months_last >= date '2024-04-01'
) m join calls c on c.day between date '2024-04-01' and m.months_last
where direction = 'inbound' group by m.id, m.months
union all
select 'visits-of-four-quarters', e.id, null, null, sum(v.value) / 4, sum(v.value), 4
from earlier_quarters e join visits_of v on v.period = e.before
where e.months between -9 and 0 group by e.id having count(*) = 4
union all
select 'visits-last-year', e.id, null, null, v.value, v.value, 1
from earlier_quarters e join visits_of v on v.period = e.before where e.months = -12
union all
select 'visits-in-both-years', e.id, null, null, sum(v.value) / 2, sum(v.value), 2
from earlier_quarters e join visits_of v on v.period = e.before
where e.months % 12 = 0 and (e.before like '2023-24%' or e.before like '2024-25%') group by e.id having count(*) = 2
union all
select 'visits-more-than-last-year', e.id, null, null, now.value - v.value, null, null
from earlier_quarters e join visits_of now on now.period = e.id join visits_of v on v.period = e.before
where e.months = -12
union all
select 'calls-against-first-year', e.id, null, null, 100 * now.value / c.value, now.value, c.value
from earlier_quarters e join calls_of now on now.period = e.id join calls_of c on c.period = e.before
where e.months % 12 = 0 and e.before like '2023-24%';

insert into figures
select grown.measure, e.id, null, null, 100 * (now.value - old.value) / old.value, null, null
from earlier_quarters e
join (values
  ('more-calls', 'incoming-calls', -12, null), ('more-payments', 'payments-this-year', -12, null),
  ('more-accounts', 'accounts', null, '2023-24-q1'), ('calls-given-up-more', 'calls-given-up', null, '2023-24-q1')
) as grown (measure, input, months, before) on e.months = grown.months or e.before = grown.before
join figures now on now.measure = grown.input and now.period = e.id and now.cut is null
join figures old on old.measure = grown.input and old.period = e.before and old.cut is null;
