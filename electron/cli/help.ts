import { FIGURE_KINDS } from '#shared/features/figures/kinds.ts'
import { ALL_SECTIONS } from '#shared/features/reports/sections.ts'
import { EXIT_MEANINGS } from './exit-codes.ts'

const codes = EXIT_MEANINGS.map(([code, meaning]) => `  ${String(code).padStart(3)}  ${meaning}`).join('\n')

/** What `--help` prints. */
export const HELP = `Throughline, command line. The same core as the app, on one register file.

  demo --db FILE [--patients N] [--seed N] [--today DATE]
      Make a new register of invented people. Up to 100000. FILE must not exist yet.
  import FILE --db FILE [--profile auto|emis-patient-report|systmone-report|vision-report|hospital-list|plain]
         [--dates day-first|month-first] [--dry-run] [--name WORDS]
      Bring in a CSV. --dry-run counts what would happen and saves nothing. --dates says which comes first in dates
      such as 03/04/2026, where the file does not.
  figures FILE --db FILE [--kind KIND] [--dry-run] [--name WORDS] [--source WORDS] [--edition WORDS]
          [--as-at DATE | --from DATE --to DATE]
      Bring in a table of practice figures: ${FIGURE_KINDS.map(({ code }) => code).join(', ')}.
      What a search-count report says of itself need not be given. No file with people in it is taken.
  report network --db FILE --from DATE --to DATE --out FOLDER
         [--formats json,csv,xlsx,docx,html,pack] [--small-numbers hide-1-to-5|hide-1-to-7-round-5|none [--stays-inside]]
         [--sections SECTION,...] --purpose WORDS --recipient WORDS
      Freeze the network report for a period and write it. All sections unless some are named:
      ${ALL_SECTIONS.slice(0, 8).join(', ')},
      ${ALL_SECTIONS.slice(8).join(', ')}.
  report verify FILE [--db FILE]
      Whether a pack is as it was signed, and with which key. With --db, also whether that key is remembered there as
      the practice's. A sealed pack opens with THROUGHLINE_PACK_PASSPHRASE.
  fhir --db FILE --out FILE --reason WORDS [--person ID]... [--identity pseudonymised|identifiable]
      Write everybody, or the people named by record id, to a FHIR R4 bundle. Without names, unless
      --identity identifiable is given with --names-agreed.
  backup --db FILE [--out FOLDER]
      Make an encrypted copy, open it and count it.
  bundle write --db FILE --out FILE --reason WORDS [--format zip|xlsx]
      Write the whole register to one file that is not encrypted, and read it back.
  bundle check FILE --db FILE
      Read a bundle through and say what it holds. Changes nothing.
  bundle bring-in FILE --db FILE [--lead NAME|ID]
      Make an empty register the one that a bundle holds. --lead: who of its cancer leads opens it.
  bundle fingerprint --db FILE
      The content hash of a register: the same where two registers hold the same.
  call METHOD [INPUT] --db FILE [--read NAME=FILE] [--write NAME=FILE] [--folder NAME=FOLDER]
      Call one method. INPUT is JSON, or - to read it from stdin. NAME is the handle that the input uses.
  methods
      List every method with its kind, capability, summary and input schema.

  --user NAME|ID   who opens the register; the first cancer lead when left out
  --json           no words on stderr
  --version, --help

The passphrase comes from the environment variable THROUGHLINE_PASSPHRASE, or is asked for on a terminal.
A demo practice opens with its printed passphrase when none is given.
Results are JSON on stdout; a failure is { "error": { "code", "message" } }. Everything else goes to stderr.

Exit codes
${codes}
`
