// How is a trace too large for the memory of one process replayed exactly? In SQL, by DuckDB.
//
// Everything a TTL costs follows from the reuse intervals, and an interval belongs to one block. So a trace split by block
// can be counted part by part and the parts added up. The statements are in DuckDB's dialect and tested on it alone.
// What hangs on other blocks, the depth in an LRU stack, is not: there a sample with its error bar is enough. A sample of
// one block in a hundred gives a hit ratio to about a hundredth as soon as it holds a few thousand blocks.

/** Reads a Mooncake file, plain or gzip, into `requests`; stops at a record that is none. */
export function loadRequests(path: string): string {
  return `create table requests as
select row_number() over () as request, hash_ids,
  case when chat_id is not null then error('a record with chat_id is of Bailian, in seconds: expected Mooncake')
    when "timestamp" is null or input_length is null or hash_ids is null
      then error('a record lacks timestamp, input_length or hash_ids: expected Mooncake')
    else "timestamp" end as ms
from read_json('${path.replaceAll("'", "''")}', format = 'newline_delimited',
  columns = {timestamp: 'DOUBLE', input_length: 'BIGINT', hash_ids: 'BIGINT[]', chat_id: 'JSON'})`
}

/** One row for every block of every prompt, in `accesses`. */
export const unnestAccesses = `create table accesses as
select request, ms, unnest(hash_ids) as block, generate_subscripts(hash_ids, 1) as place
from requests`

/** Every access with the seconds to the next one of its block, null after the last: the view `intervals`. */
export const intervals = `create view intervals as
select block, (lead(ms) over (partition by block order by ms, request, place) - ms) / 1000.0 as gap
from accesses`

/** One row: accesses, blocks, reuses and percentiles of the intervals. */
export const statistics = `select count(*) as accesses, count(distinct block) as blocks, count(gap) as reuses,
  percentile_cont(0.1) within group (order by gap) as p10, percentile_cont(0.5) within group (order by gap) as p50,
  percentile_cont(0.9) within group (order by gap) as p90, percentile_cont(0.99) within group (order by gap) as p99
from intervals`

/**
 * One row for each TTL in s: reuses found and missed, and the block-seconds charged, in full after the last access.
 * `where` limits it to a part of the blocks, such as `mod(block, 16) = 3`; the rows of all parts add up.
 */
export function ttlCounts(ttls: readonly number[], where = 'true'): string {
  return `select ttl, sum(case when gap <= ttl then 1 else 0 end) as found, sum(case when gap > ttl then 1 else 0 end) as missed,
  sum(case when gap <= ttl then gap else ttl end) as held, sum(case when gap is null then 1 else 0 end) as blocks
from intervals cross join (values ${ttls.map((ttl) => `(${ttl})`).join(', ')}) as asked(ttl)
where ${where}
group by ttl order by ttl`
}
