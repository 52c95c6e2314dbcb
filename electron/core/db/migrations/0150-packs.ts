import { day, VERSION } from './columns.ts'

/**
 * Packs that can be checked by whoever gets them. `signing_key`: the key of this register, one row. `pack_signer`: keys
 * of practices that somebody took for theirs, and when. `network_practice`: the practices whose packs a lead gathers.
 * `practice_pack`: what they sent, as counts; nothing in it belongs to a person on the register.
 */
export const packs = {
  version: 150,
  name: 'packs',
  sql: `
CREATE TABLE signing_key (
  id TEXT PRIMARY KEY CHECK (id = 'own'),
  public_key TEXT NOT NULL,
  private_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE pack_signer (
  id TEXT PRIMARY KEY,
  ods_code TEXT NOT NULL,
  practice_name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  trusted_at TEXT NOT NULL,
  trusted_by TEXT NOT NULL,
  ${VERSION},
  UNIQUE (ods_code, fingerprint)
) STRICT;

CREATE TABLE network_practice (
  id TEXT PRIMARY KEY,
  ods_code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  list_size INTEGER CHECK (list_size > 0),
  ${VERSION}
) STRICT;

CREATE TABLE practice_pack (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL,
  ods_code TEXT NOT NULL,
  practice_name TEXT NOT NULL,
  ${day('period_from')} NOT NULL,
  ${day('period_to')} NOT NULL,
  frozen_at TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL,
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  received_at TEXT NOT NULL,
  received_by TEXT NOT NULL,
  replaced_at TEXT,
  ${VERSION}
) STRICT;
CREATE UNIQUE INDEX practice_pack_current ON practice_pack (ods_code, period_from, period_to) WHERE replaced_at IS NULL;

ALTER TABLE report ADD COLUMN kind TEXT NOT NULL DEFAULT 'practice' CHECK (kind IN ('practice', 'network'));
`,
}
