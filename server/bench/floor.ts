// The least that answering can cost: SQLite builds the whole JSON in one statement, and a bare server sends it, or what it sent before. It knows nothing of GraphQL,
// filters, knowledge of another day or mistakes.
import { createServer, type Server } from "node:http";
import Database from "better-sqlite3";
import { dayOf } from "../src/when/day.ts";

const bool = (column: string) => `json(iif(${column}, 'true', 'false'))`;

const PAGE = `
  with page as (
    select s.*, e.kind, e.title, e.summary, e.level, e.confidence, e.date_confidence, e.uncertainty, e.version
    from event_state s indexed by event_state_latest_by_day join event e on e.id = s.event_id
    where s.known_to = 2147483647 and s.span = 'SHORT' and s.sort_day between @from and @to
    order by s.sort_day, s.event_id limit 500)
  select json_object('data', json_object('events', json_object(
    'totalCount', (select count(*) from event_state s where s.known_to = 2147483647
      and s.span = 'SHORT' and s.sort_day between @from and @to),
    'nodes', json_group_array(json_object(
    'slug', page.event_id, 'kind', kind, 'title', title, 'summary', summary, 'level', level,
    'status', status, 'disputed', ${bool("disputed")}, 'confidence', confidence,
    'dateConfidence', date_confidence, 'uncertainty', uncertainty, 'version', version,
    'sourceCount', source_count,
    'when', json_object('edtf', edtf, 'fixed', ${bool("fixed")}),
    'place', (select json_object('name', p.name, 'country',
        (select json_object('name', c.name, 'code', c.code) from country c where c.id = p.country_id))
      from place p where p.id = page.place_id),
    'participants', json((select json_group_array(json_object('role', x.role,
        'leader', json_object('name', l.name),
        'country', json_object('code', c.code, 'name', c.name),
        'office', json_object('title', o.title)) order by x.position)
      from event_participant x join leader l on l.id = x.leader_id
      join country c on c.id = x.country_id join office o on o.id = x.office_id
      where x.event_id = page.event_id)),
    'agreements', json((select json_group_array(json_object('relation', x.relation,
        'agreement', json_object('title', a.title, 'status', t.status)))
      from event_agreement x join agreement a on a.id = x.agreement_id
      join agreement_state t on t.agreement_id = a.id and t.known_to = 2147483647
      where x.event_id = page.event_id))))))) from page`;

/** Makes the bench's page of the days of a path, `/FROM/TO`. */
function pages(file: string): (path: string) => Buffer {
  const client = new Database(file, { readonly: true });
  client.pragma("cache_size = -65536");
  client.pragma("mmap_size = 2147483648");
  const page = client.prepare(PAGE).pluck();
  return (path) => {
    const [, from = "", to = ""] = path.split("/");
    return Buffer.from(page.get({ from: dayOf(from), to: dayOf(to) }) as string);
  };
}

/** A server that answers `/FROM/TO`, two days, with the bench's page: made each time, or, below `/kept`, once and then sent as it lies there. */
export function floorServer(file: string): Server {
  const made = pages(file);
  const kept = new Map<string, Buffer>();
  return createServer((request, response) => {
    const path = request.url ?? "";
    let body = kept.get(path);
    if (!body) {
      body = made(path.replace(/^\/kept/, ""));
      if (path.startsWith("/kept")) kept.set(path, body);
    }
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": body.length,
    });
    response.end(body);
  });
}
