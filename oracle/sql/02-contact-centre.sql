-- Written from the definitions that the scorecard prints, not from its formulas.
create table part_of_whole as
with by_queue as (
  select p.id as period, queue as cut,
    count(*) filter (direction = 'inbound' and outcome = 'answered' and wait <= 80) as quick,
    count(*) filter (direction = 'inbound' and outcome = 'abandoned') as given_up,
    count(*) filter (direction = 'inbound' and outcome in ('answered', 'abandoned')) as finished
  from quarters p join calls c on c.day between p.first and p.last
  group by grouping sets ((p.id), (p.id, queue))
),
by_service as (
  select p.id as period, service as cut,
    count(*) filter (resolved) as settled,
    count(*) as answered
  from quarters p join calls c on c.day between p.first and p.last
  where direction = 'inbound' and outcome = 'answered'
  group by grouping sets ((p.id), (p.id, service))
),
by_network as (
  select p.id as period, network as cut, count(answered) as answered, count(*) as asked
  from quarters p join messages m on m.day between p.first and p.last
  where channel = 'social'
  group by grouping sets ((p.id), (p.id, network))
)
select 'service-level' as measure, period, 'queue' as dimension, cut, quick as part, finished as whole from by_queue
union all select 'abandonment-rate', period, 'queue', cut, given_up, finished from by_queue
union all select 'first-contact-resolution', period, 'service', cut, settled, answered from by_service
union all select 'social-answered', period, 'network', cut, answered, asked from by_network;

insert into cells
select 'contact-centre', measure, period, 'value', 100.0::double * part / whole from part_of_whole where cut is null and whole > 0
union all
select 'contact-centre', measure, period, 'numerator', part from part_of_whole where cut is null
union all
select 'contact-centre', measure, period, 'denominator', whole from part_of_whole where cut is null
union all
select 'contact-centre', measure, period, dimension || ': ' || cut, 100.0::double * part / whole
from part_of_whole where cut is not null and whole > 0
union all
select 'contact-centre', measure, period, dimension || ': ' || cut || ', of', whole
from part_of_whole where cut is not null and whole > 0;

-- The nearest rank: the smallest wait that so many percent of the calls did not exceed.
create view waits as
select p.id as period, c.wait, row_number() over (partition by p.id order by c.wait) as rank,
  count(*) over (partition by p.id) as calls
from quarters p join calls c on c.day between p.first and p.last
where direction = 'inbound' and outcome = 'answered';

insert into cells
select 'contact-centre', 'average-speed-of-answer', period, 'value', sum(wait)::double / count(*) from waits group by period
union all
select 'contact-centre', 'average-speed-of-answer', period, 'numerator', sum(wait) from waits group by period
union all
select 'contact-centre', 'average-speed-of-answer', period, 'denominator', count(*) from waits group by period
union all
select 'contact-centre', 'median-wait', period, 'value', wait from waits where rank = (calls * 50 + 99) // 100
union all
select 'contact-centre', 'longest-waits', period, 'value', wait from waits where rank = (calls * 90 + 99) // 100
union all
select 'contact-centre', measure, period, 'denominator', count(*)
from waits, (values ('median-wait'), ('longest-waits')) as m (measure) group by measure, period;

insert into cells
select 'contact-centre', 'calls-offered', p.id, coalesce('service: ' || service, 'value'), count(*)
from quarters p join calls c on c.day between p.first and p.last
where direction = 'inbound'
group by grouping sets ((p.id), (p.id, service));

insert into cells
select 'contact-centre', 'followers', p.id, 'value', arg_max(value, instant)
from quarters p join readings r on r.day between p.first and p.last
where gauge = 'followers'
group by p.id;

-- A website that brought something, but no form, brought 0 forms.
insert into cells
select 'contact-centre', 'form-completions', p.id, 'value', count(*) filter (kind = 'form')
from quarters p join web w on w.day between p.first and p.last
group by p.id;

insert into cells
select scorecard, measure, period, part, number from (
  select scorecard, measure, period, 'value' as part, coalesce(value, 100.0::double * numerator / denominator) as number
  from recorded where series = 'own'
  union all
  select scorecard, measure, period, 'numerator', numerator from recorded where series = 'own'
  union all
  select scorecard, measure, period, 'denominator', denominator from recorded where series = 'own'
  union all
  select scorecard, measure, period, 'comparator: ' || series, coalesce(value, 100.0::double * numerator / denominator)
  from recorded where series not in ('own', 'forecast', 'budget')
)
where number is not null and scorecard = 'contact-centre';

-- How long callers waited who were answered, of all and of each service: nearest rank, and bars that end at a limit.
create table spread as
select p.id as period, coalesce(c.service, 'all') as name, count(*) as calls, max(wait) as longest,
  list_sort(list(wait)) as sorted,
  count(*) filter (wait <= 20) as to20, count(*) filter (wait > 20 and wait <= 60) as to60,
  count(*) filter (wait > 60 and wait <= 120) as to120, count(*) filter (wait > 120 and wait <= 300) as to300,
  count(*) filter (wait > 300) as beyond
from quarters p join calls c on c.day between p.first and p.last
where direction = 'inbound' and outcome = 'answered'
group by grouping sets ((p.id), (p.id, service));

insert into cells
select 'contact-centre', 'median-wait', period, 'spread of ' || name || ': ' || part, number
from (
  unpivot (
    select period, name, calls::double as "count", sorted[(calls * 50 + 99) // 100]::double as median,
      sorted[(calls * 90 + 99) // 100]::double as ninetieth, longest::double as longest, to20::double as "up to 20",
      to60::double as "up to 60", to120::double as "up to 120", to300::double as "up to 300", beyond::double as "up to any"
    from spread
  ) on "count", median, ninetieth, longest, "up to 20", "up to 60", "up to 120", "up to 300", "up to any"
  into name part value number
);
