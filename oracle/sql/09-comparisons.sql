-- What each measure is judged by and compared with, as the scorecards say it in words. `total`: grows as its period goes on.
create table rules as
select * from (values
  ('contact-centre', 'service-level', 'higher', 'year', false),
  ('contact-centre', 'abandonment-rate', 'lower', 'year', false),
  ('contact-centre', 'average-speed-of-answer', 'lower', 'year', false),
  ('contact-centre', 'median-wait', 'lower', 'year', false),
  ('contact-centre', 'longest-waits', 'lower', 'year', false),
  ('contact-centre', 'first-contact-resolution', 'higher', 'year', false),
  ('contact-centre', 'social-answered', 'higher', 'year', false),
  ('contact-centre', 'followers', 'higher', 'year', false),
  ('contact-centre', 'form-completions', 'higher', 'year', true),
  ('contact-centre', 'satisfaction', 'higher', 'year', false),
  ('every-formula', 'longest-waits-in-person', 'lower', 'year', false),
  ('every-formula', 'visitors-served', 'higher', 'year', false),
  ('every-formula', 'daily-visitors', 'higher', 'year', true),
  ('every-formula', 'satisfied', 'higher', 'year', false),
  ('every-formula', 'mean-score', 'higher', 'year', false),
  ('every-formula', 'online-skills', 'higher', 'year', false),
  ('every-formula', 'messages-answered', 'higher', 'year', false),
  ('every-formula', 'wait-in-person', 'lower', 'year', false),
  ('every-formula', 'first-reply', 'lower', 'year', false),
  ('every-formula', 'first-reply-in-hours', 'higher', 'year', false),
  ('every-formula', 'acknowledged', 'higher', 'year', false),
  ('every-formula', 'responded-stage-one', 'higher', 'year', false),
  ('every-formula', 'responded-stage-two', 'lower', 'year', false),
  ('every-formula', 'days-to-close', 'lower', 'period', false),
  ('every-formula', 'requests-in-three-months', 'higher', 'year', false),
  ('every-formula', 'served-in-ten-minutes', 'higher', 'year', false),
  ('every-formula', 'replied-in-a-day', 'higher', 'year', false),
  ('every-formula', 'answered-in-twenty-days', 'higher', 'year', false),
  ('every-formula', 'requests-answered-in-a-month', 'higher', 'year', false),
  ('every-formula', 'requests-with-closures', 'lower', 'year', false),
  ('every-formula', 'as-in-scotland', 'higher', 'year', false),
  ('every-formula', 'as-in-northern-ireland', 'lower', 'year', false),
  ('every-formula', 'on-the-scottish-calendar', 'lower', 'year', false),
  ('every-formula', 'replied-after-a-day', 'lower', 'year', false),
  ('every-formula', 'websites-up', 'higher', 'year', false),
  ('every-formula', 'accounts', 'higher', '2023-24-q1', false),
  ('every-formula', 'new-accounts', 'higher', 'year', true),
  ('every-formula', 'new-members', 'higher', 'year', true),
  ('every-formula', 'calls-given-up', 'lower', 'year', true),
  ('every-formula', 'more-accounts', 'higher', 'year', false),
  ('every-formula', 'calls-given-up-more', 'lower', 'year', false),
  ('every-formula', 'online-share', 'higher', 'year', false),
  ('every-formula', 'national-rank', 'lower', 'year', false),
  ('every-rule', 'talking', 'band', 'year', false),
  ('every-rule', 'accounts-kept', 'higher', 'year', false),
  ('every-rule', 'served-as-before', 'higher', '2023-24-q1', false),
  ('every-rule', 'served-better', 'higher', 'year', false),
  ('every-rule', 'settled-in-steps', 'higher', 'year', false),
  ('every-rule', 'visits-shared-out', 'lower', 'year', true),
  ('every-rule', 'calls-of-the-year', 'lower', 'year', true),
  ('every-rule', 'visits-in-the-calendar-year', 'lower', 'year', true),
  ('every-rule', 'visits-in-the-april-year', 'lower', 'year', true),
  ('every-rule', 'answered-in-time', 'higher', 'year', false),
  ('every-rule', 'mean-wait', 'lower', 'year', false),
  ('every-rule', 'given-up-on-the-year', 'lower', 'year', true),
  ('every-rule', 'forms-this-year', 'higher', 'year', true),
  ('every-rule', 'followers-since-then', 'higher', '2022-23-q4', false),
  ('every-rule', 'given-up-by-month', 'lower', 'period', false),
  ('every-rule', 'complaints-escalated', 'lower', 'year', true),
  ('every-rule', 'visits-in-spring-and-autumn', 'lower', 'due', true),
  ('every-rule', 'visits-in-summer-and-winter', 'lower', 'year', true),
  ('every-rule', 'sickness', 'lower', 'year', false),
  ('every-rule', 'trained', 'higher', 'year', true),
  ('every-rule', 'mystery-shopping', 'higher', 'year', false),
  ('every-rule', 'promised-calls', 'higher', 'year', false),
  ('every-rule', 'letters-same-day', 'higher', 'year', false),
  ('every-rule', 'people-at-advice-days', 'higher', 'year', true),
  ('every-rule', 'calls-and-callbacks', 'lower', 'year', true),
  ('every-rule', 'answered-with-overflow', 'higher', 'year', false),
  ('front-doors', 'answered-in-80-seconds', 'higher', 'year', false),
  ('front-doors', 'settled-at-once', 'higher', 'year', false),
  ('front-doors', 'given-up', 'lower', 'year', false),
  ('front-doors', 'wait', 'lower', 'year', false),
  ('front-doors', 'followers', 'higher', 'year', false),
  ('front-doors', 'online-contacts', 'higher', 'year', false)
) as t (scorecard, measure, polarity, compared, total);

create table known as
select scorecard, measure, period, number as value, p.frequency, p.first, p.last,
  p.last <= (select day from as_of) as over
from cells join periods p on p.id = period
where part = 'value';

-- What is compared with what: the same period of the year before, the one before (the one before it that is due), or one.
create table compared as
select now.*, r.polarity, prior.period as then_period, prior.value as then_value, prior.first as then_first
from known now
join rules r using (scorecard, measure)
join (
  select scorecard, measure, period, value, first, last, frequency from known
  union all
  select 'every-rule', 'followers-since-then', '2022-23-q4', 11500, date '2023-01-01', date '2023-03-31', 'quarter'
) as prior using (scorecard, measure)
where prior.period <> now.period
  and case r.compared
    when 'year' then prior.frequency = now.frequency and prior.first = now.first - to_years(1)
    when 'period' then prior.frequency = now.frequency and prior.last = now.first - 1
    when 'due' then prior.frequency = now.frequency and prior.first = now.first - to_months(6)
    else prior.period = r.compared
  end
  and (now.over or not r.total);

-- Fewer than twenty answers tell too little; figures of two definitions are not compared.
create view too_few as
select scorecard, measure, period from cells where measure = 'satisfied' and part = 'denominator' and number < 20;
create table changes as
select * from compared c
where not (measure = 'calls-and-callbacks' and then_first < date '2024-04-01' and first >= date '2024-04-01')
  and not exists (
    select 1 from too_few t
    where t.scorecard = c.scorecard and t.measure = c.measure and t.period in (c.period, c.then_period)
  )
  and then_value <> 0 and polarity in ('higher', 'lower');

insert into cells
select scorecard, measure, period, 'improvement',
  case polarity when 'higher' then 100 else -100 end * (value - then_value) / abs(then_value)
from changes
union all
select scorecard, measure, period, 'change', value - then_value from changes
union all
select scorecard, measure, period, 'compared with', then_value from changes;

-- Process limits of the last twelve months: the mean, and 2.66 average moving ranges either side.
insert into cells
with ranged as (
  select period, first, value, abs(value - lag(value) over (order by first)) as moved
  from known where measure = 'given-up-by-month'
),
twelve as (
  select now.period, avg(other.value) as mean, avg(other.moved) filter (other.first > now.first - to_months(11)) as moved
  from ranged now join ranged other on other.first between now.first - to_months(11) and now.first
  group by now.period having count(*) = 12
)
select 'every-rule', 'given-up-by-month', period, part, number
from (
  select period, 'process, mean' as part, mean as number from twelve
  -- Published as far as a figure can go: never below nothing.
  union all select period, 'process, lower', greatest(0, mean - 2.66 * moved) from twelve
  union all select period, 'process, upper', mean + 2.66 * moved from twelve
);
