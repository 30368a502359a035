-- What holds of what was posted: of each source and id the highest revision, unless that one withdraws it.
create table facts as
with told as (
  select
    seq,
    path_source,
    event ->> 'source' as source,
    event ->> 'id' as id,
    event ->> 'type' as type,
    (event ->> 'time')::timestamptz as time,
    coalesce((event ->> 'revision')::integer, 0) as revision,
    coalesce((event ->> 'withdrawn')::boolean, false) as withdrawn,
    event -> 'data' as data
  from posted
),
newest as (
  select * from told
  qualify row_number() over (partition by path_source, source, id order by revision desc, seq) = 1
),
placed as (
  select
    * exclude (seq, withdrawn),
    case
      when type = 'contact.call.completed' then (data ->> 'offeredAt')::timestamptz
      when type like 'contact.message.%' then (data ->> 'sentAt')::timestamptz
      when type = 'contact.visit.completed' then (data ->> 'arrivedAt')::timestamptz
      when type like 'case.%' then (data ->> 'at')::timestamptz
      else time
    end as instant
  from newest
  where not withdrawn
)
select *, timezone('Europe/London', instant)::date as day, hour(timezone('Europe/London', instant)) as hour
from placed
where timezone('Europe/London', instant)::date <= (select day from as_of);

-- Every month, quarter, half and year that an edition can be of or look back to; years begin in April, or in January.
create table periods as
with months as (
  select
    month::date as first,
    year(month) - (month(month) < 4)::integer as fy,
    (month(month) + 8) % 12 as place
  from generate_series(date '2020-04-01', date '2026-03-01', interval 1 month) as t (month)
),
named as (
  select first, 1 as months, 'month' as frequency, strftime(first, '%Y-%m') as id from months
  union all
  select first, 3, 'quarter', format('{}-{:02d}-q{}', fy, (fy + 1) % 100, place // 3 + 1) from months where place % 3 = 0
  union all
  select first, 6, 'half-year', format('{}-{:02d}-h{}', fy, (fy + 1) % 100, place // 6 + 1) from months where place % 6 = 0
  union all
  select first, 12, 'year', format('{}-{:02d}', fy, (fy + 1) % 100) from months where place = 0
  union all
  select first, 12, 'calendar-year', format('{}', fy + 1) from months where place = 9 and first < date '2026-01-01'
)
select id, frequency, first, (first + to_months(months) - interval 1 day)::date as last from named;

-- Nothing is said of a period that has not begun.
create view quarters as
select * from periods where frequency = 'quarter' and first <= (select day from as_of);

create view calls as
select
  day,
  hour,
  data ->> 'queue' as queue,
  data ->> 'service' as service,
  data ->> 'outcome' as outcome,
  data ->> 'direction' as direction,
  (data ->> 'waitSeconds')::integer as wait,
  (data ->> 'talkSeconds')::integer as talk,
  coalesce((data ->> 'resolvedAtFirstContact')::boolean, false) as resolved
from facts where type = 'contact.call.completed';

-- A received message with its first reply by a person: one that names it, or else any later one that names none.
create table messages as
with said as (
  select
    *,
    data ->> 'threadId' as thread,
    data ->> 'messageId' as message,
    data ->> 'inReplyTo' as answers
  from facts
  where type like 'contact.message.%' and not coalesce((data ->> 'automated')::boolean, false)
)
select
  asked.day,
  asked.instant,
  asked.data ->> 'network' as network,
  asked.data ->> 'channel' as channel,
  coalesce(
    min(reply.instant) filter (reply.answers = asked.message and reply.instant >= asked.instant),
    min(reply.instant) filter (reply.answers is null and reply.instant > asked.instant)
  ) as answered
from said as asked
left join said as reply
  on reply.thread = asked.thread
  and reply.type = 'contact.message.replied'
  and reply.day <= asked.day + 30
where asked.type = 'contact.message.received'
group by asked.source, asked.id, asked.day, asked.instant, asked.data;

create view web as
select day, hour, data ->> 'site' as site, data ->> 'kind' as kind, data ->> 'path' as path, data ->> 'name' as name,
  data ->> 'visitorKey' as visitor
from facts where type = 'web.interaction';

create view readings as
select day, instant, data ->> 'gauge' as gauge, (data ->> 'value')::double as value
from facts where type = 'gauge.read';

-- What officers typed in: of each measure, period, series and cut the newest.
create view recorded as
select
  data ->> 'scorecard' as scorecard,
  data ->> 'measure' as measure,
  data ->> 'period' as period,
  coalesce(data ->> 'series', 'own') as series,
  data -> 'cut' as cut,
  (data ->> 'value')::double as value,
  (data ->> 'numerator')::double as numerator,
  (data ->> 'denominator')::double as denominator,
  (data ->> 'rank')::double as rank
from facts
where type = 'measure.recorded'
qualify row_number() over (
  partition by data ->> 'scorecard', data ->> 'measure', data ->> 'period', coalesce(data ->> 'series', 'own'),
    data ->> 'cut'
  order by time desc, revision desc, id desc
) = 1;

-- Each figure is one row: `part` is value, numerator, denominator, or `{dimension}: {value}` of a cut.
create table cells (scorecard text, measure text, period text, part text, number double);
