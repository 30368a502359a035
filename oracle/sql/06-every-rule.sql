-- The scorecard of every rule: figures that are counted elsewhere already, and those of its own.
create table rule_figures (
  measure text, period text, dimension text, cut text, value double, numerator double, denominator double
);

insert into rule_figures
select same.rule, period, null, null, value, numerator, denominator
from figures
join (values
  ('talking', 'talk-a-call'), ('accounts-kept', 'accounts'), ('served-as-before', 'visitors-served'),
  ('visits-shared-out', 'visits'), ('calls-of-the-year', 'incoming-calls'), ('given-up-on-the-year', 'calls-given-up'),
  ('served-better', 'visitors-served')
) as same (rule, measure) using (measure)
where cut is null
union all
select 'settled-in-steps', period, null, null, 100.0::double * part / whole, part, whole
from part_of_whole where measure = 'first-contact-resolution' and cut is null and whole > 0
union all
select 'answered-in-time', period, null, null, 100.0::double * part / whole, part, whole
from part_of_whole where measure = 'service-level' and cut is null and whole > 0
union all
select 'mean-wait', period, null, null, sum(wait)::double / count(*), sum(wait), count(*) from waits group by period
union all
select 'visits-in-the-calendar-year', p.id, null, null, count(*), null, null
from shown p join visits v on v.day between p.first and p.last
where frequency = 'calendar-year' and p.id >= '2024' group by p.id
union all
select 'visits-in-the-april-year', p.id, null, null, count(*), null, null
from shown p join visits v on v.day between p.first and p.last where frequency = 'year' group by p.id
union all
select 'forms-this-year', y.id, null, null, count(*) filter (kind = 'form'), null, null
from years y join web w on w.day between y.year_first and y.last group by y.id
union all
select 'followers-since-then', p.id, null, null, arg_max(value, instant), null, null
from quarters p join readings r on r.day between p.first and p.last where gauge = 'followers' group by p.id
union all
select 'given-up-by-month', p.id, null, null, 100.0::double * count(*) filter (outcome = 'abandoned') / count(*),
  count(*) filter (outcome = 'abandoned'), count(*)
from shown p join calls c on c.day between p.first and p.last
where frequency = 'month' and direction = 'inbound' and outcome in ('answered', 'abandoned') group by p.id
union all
-- From fewer than three people, but not from nobody, it is hidden.
select 'complaints-escalated', p.id, null, null, count(*) filter (step = 'escalated' and kind = 'complaint') as escalated,
  null, null
from shown p join steps s on s.day between p.first and p.last
where frequency = 'quarter' group by p.id having escalated not in (1, 2)
union all
select case when right(period, 2) in ('q1', 'q3') then 'visits-in-spring-and-autumn' else 'visits-in-summer-and-winter' end,
  period, null, null, value, null, null
from visits_of
union all
select 'visits-once-counted', period, null, null, value, null, null from visits_of where period >= '2024-25-q1'
union all
select measure, period, null, null, coalesce(value, 100.0::double * numerator / denominator), numerator, denominator
from recorded where scorecard = 'every-rule' and series = 'own'
union all
-- Until 2024-25 incoming calls only.
select 'calls-and-callbacks', p.id, null, null, count(*), null, null
from shown p join calls c on c.day between p.first and p.last
where frequency = 'quarter' and (direction = 'inbound' or p.id >= '2024-25-q1') group by p.id
union all
select 'answered-with-overflow', p.id, null, null, 100.0::double * count(*) filter (outcome = 'answered') / count(*),
  count(*) filter (outcome = 'answered'), count(*)
from shown p join calls c on c.day between p.first and p.last
where frequency = 'quarter' and direction = 'inbound' and outcome <> 'failed' group by p.id;
