import type { Template } from '../template.ts'

export const dataFlowMap: Template = {
  code: 'data-flow-map',
  title: 'Data protection 4: data-flow map',
  topic: 'governance',
  audience: 'inside',
  purpose:
    'Each way in which information comes to the register, moves and leaves, with who sees it and what protects it.',
  usedBy: 'The information governance lead with the person who runs the register',
  minutes: 30,
  sources: [
    'UK General Data Protection Regulation, in force since May 2018, articles 5, 30 and 32',
    'NHS England, Data Security and Protection Toolkit, 2025/26',
    'National Data Guardian, The Caldicott Principles, December 2020',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Walk it with the person who does it. Where what they do is not what is written here, change the paper first and then ask whether the work should change.

## In one line

Clinical system and letters → **register on one computer** → letters for one person's care · counts for the network · encrypted backups.

## In

| Line | From | What | How | Names? | How often | What protects it |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | Clinical system | List of people with codes and dates | Export to a file, then import | Yes | Monthly | Folder only for this; file deleted after import |
| 2 | Hospital letters | Dates, stage, treatment, what to do | Typed in from the letter | Yes | Daily | Letter stays in the clinical system |
| 3 | The person or carer | Needs, wishes, calls | Typed in | Yes | Daily | Said what is written |
| 4 | National look-ups | Deprivation by postcode | File, brought in | No | Yearly | Nothing is sent to look it up |
| 5 | Network | Comparators, messages | File or letter | No | Quarterly | Checked before it is believed |

## Within

| Line | What | Who | What protects it |
| --- | --- | --- | --- |
| 6 | Working with the register | Accounts by role | Own passphrase, lock, trail |
| 7 | Screens and printed lists | Care coordinator, nurse | No paper left out; shredded the same day |
| 8 | Backups | Made by the app | Encrypted; kept apart; restore tested |
| 9 | Documents of the toolkit | Lead, coordinator | Fields marked by kind; names refused where they may not stand |

## Out

| Line | To | What | Names? | How | What protects it |
| --- | --- | --- | --- | --- | --- |
| 10 | Hospital, for one person | Request for a letter or summary | Yes | Secure mail or portal | Checked address; only that person |
| 11 | The person | Invitation, plan | Yes | As they prefer | Address checked; plain envelope |
| 12 | Services, for one person | Referral | Yes | Secure mail or their form | The person agreed |
| 13 | Network | Report pack | No | Route A below | Small counts hidden; second reader; receipt kept |
| 14 | Board and funder | Plan, board paper | No | Route B below | Small counts hidden |
| 15 | Other leads | Templates and lessons | No | File | Checked to hold no patient data |
| 16 | A new system | Whole register | Yes | Plain file or FHIR bundle | Role, reason, trail; deleted by a day |

- Route A, how the report is sent: {{ask.report-route|How the report is sent}}
- Route B, how papers are sent: {{ask.board-route|How papers are sent}}

Sent to a network in sealed form with exact counts: {{ask.sealed|Yes or no; who holds the passphrase}}

> A sealed pack holds exact small counts. Treat it as you would a list of names, and agree it in the impact assessment first.

## Not done

- No cloud, no web service, no messages sent by the app
- No names to the network, the board, charities or researchers
- No use for research without its own approval

## Weak places here

| Where | What could go wrong | What we do | Who | By |
| --- | --- | --- | --- | --- |
| Export file of line 1 | Left in a download folder | Weekly look; deleted | | |
| | | | | |

## Access today

Accounts: {{ask.accounts|How many, by role}}. Looked through on {{ask.access-checked|Date}} by {{ask.access-checker|Who}}.

Walked on {{ask.walked-on|Date}} with {{ask.walked-with|Who}}. Seen by the data protection officer: {{ask.dpo-seen|Date}}.
`,
}
