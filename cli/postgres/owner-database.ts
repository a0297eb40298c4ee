import { randomBytes } from 'node:crypto';
import pg from 'pg';

const PASSWORD = /^[\w-]{16,100}$/;
const IDENTIFIER = /^[a-z][a-z0-9_]{0,50}$/;

/** Name of an owner's database and login role: `civil-affairs` has `civil_affairs`. @throws Error for any other form. */
export function databaseName(owner: string): string {
  const name = owner.replaceAll('-', '_');
  if (!IDENTIFIER.test(name)) throw new Error(`${JSON.stringify(owner)} is not a name for a database`);
  return name;
}

/**
 * Makes an owner's database and login role, with a new random password unless one is given. Nobody else's role may enter it. When they are
 * there already, the data stays and the password is changed.
 *
 * @throws Error for a password that is not 16 to 100 letters, digits, `-`, `_`.
 * @returns the owner's address of its database.
 */
export async function createOwnerDatabase(
  adminUrl: string,
  owner: string,
  password: string = randomBytes(24).toString('base64url'),
): Promise<string> {
  const name = databaseName(owner);
  if (!PASSWORD.test(password)) throw new Error('a password of another form');
  await asAdministrator(adminUrl, async (client) => {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    // Password and name are of closed alphabets; utility statements take no parameters.
    const attributes = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}'`;
    await client.query(`${role.rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} ${attributes}`);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
    await closeToOthers(client, name);
  });
  const url = new URL(adminUrl);
  url.username = name;
  url.password = password;
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes an owner's database with everything in it; the role stays. */
export async function dropOwnerDatabase(adminUrl: string, owner: string): Promise<void> {
  await asAdministrator(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${databaseName(owner)} WITH (FORCE)`);
  });
}

/**
 * Copies an owner's database, which nobody may be connected to, into a new one of the same owner.
 *
 * @param templateUrl the owner's address of the database to copy, as createOwnerDatabase gave it
 * @returns the owner's address of the copy.
 */
export async function createFromTemplate(adminUrl: string, templateUrl: string, copy: string): Promise<string> {
  const url = new URL(templateUrl);
  const [template, owner, name] = [url.pathname.slice(1), url.username, databaseName(copy)];
  await asAdministrator(adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${databaseName(template)} OWNER ${databaseName(owner)}`);
    await closeToOthers(client, name);
  });
  url.pathname = `/${name}`;
  return url.href;
}

async function closeToOthers(client: pg.Client, database: string): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
}

async function asAdministrator(adminUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
