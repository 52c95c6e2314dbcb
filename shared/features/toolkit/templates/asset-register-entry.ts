import type { Template } from '../template.ts'

export const assetRegisterEntry: Template = {
  code: 'asset-register-entry',
  title: 'Data protection 1: asset register entry',
  topic: 'governance',
  audience: 'inside',
  purpose: "The entry for the practice's information asset register and record of processing, ready to copy in.",
  usedBy: 'The practice manager or information governance lead, with the lead',
  minutes: 15,
  sources: [
    'UK General Data Protection Regulation, in force since May 2018, article 30 (records of processing)',
    'NHS England, Data Security and Protection Toolkit, 2025/26 (digital asset register)',
    'NHS England, Records Management Code of Practice, August 2021, updated August 2023',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Copy into your own asset register. Lines about the app are as it was made; lines with a blank are yours. Your data protection officer has the last word.

## The asset

| Heading | Entry |
| --- | --- |
| Name | Cancer register and action plan, held in Throughline |
| What it is | A desktop app with one encrypted file on one computer. It sends nothing and needs no network |
| What it is for | Direct care: nobody with cancer is lost between hospital and practice. Audit and improvement of that care, in counts |
| About whom | People on the practice list who have or had cancer, or are referred for suspected cancer: {{register.people}} on {{register.as-at}}. Carers as noted. Contacts and staff by name and work details |
| What is kept | Identity and contact; diagnosis, stage, route; referrals, treatment, letters expected and come; needs, plans and reviews; tasks and calls; ethnic group and area deprivation, where recorded |
| Special category data | Yes: health; ethnic group; what people say of faith or family in a needs assessment |
| Where it comes from | The clinical system by an export made here; hospital letters; the people themselves |
| Who receives it | Names: those who give that person care. Counts with small numbers hidden: network, board, funder. Exact counts, sealed: only if agreed in the impact assessment |
| Processor | None. The maker of the app receives no data |
| Leaves the UK | No |

## Who answers for it

- Controller: {{practice.name}} ({{practice.code}})
- Information asset owner: {{ask.asset-owner|Partner or manager}}
- Information asset administrator: {{ask.asset-administrator|Who runs it day to day}}
- Data protection officer: {{ask.dpo|Name or office}}
- Caldicott Guardian: {{ask.caldicott|Name}}
- Clinical safety officer for its use here: {{ask.cso|Name}}

## Lawful basis

- UK GDPR article 6(1)(e), a public task; article 9(2)(h), health care. These are the usual grounds for NHS general practice: {{ask.basis-agreed|Agreed by your data protection officer on}}
- Confidentiality: implied consent covers direct care only. Identifiable data for planning or research is a different matter and is not done with this asset without its own approval.
- In England the national data opt-out applies to such uses. Scotland, Wales and Northern Ireland: check locally. Each person can be marked to be left out of figures that leave the practice.

## How it is looked after

| Control | How |
| --- | --- |
| Where the file is | See below |
| Encryption | Register, its journal and each backup; a passphrase for each person and one recovery sheet |
| Access | Accounts by role; those who leave are closed the same day |
| Record of use | Each change and each look at one person, in a trail to which the app can only add |
| Lock | By key and after a time without use |
| Backups | Encrypted; restore tested |
| Exports | Need a role; those that name people need a reason and are in the trail |

- The file is at {{ask.file-place|Which computer}}; the computer's disk is encrypted: {{ask.disk|Yes or no, by what}}
- Backups are at {{ask.backup-place|Where}}; restore last tested {{ask.restore-tested|Date}}
- Recovery sheet: sealed, kept by {{ask.recovery-holder|Who, where}}

> An export of the whole register is a plain file that names everybody. Few people should be able to make one.

A whole export may be made by {{ask.export-rule|Who, for what, and where it may lie}}. It is deleted by a day that is written down.

## How long

The clinical record is the record. This is a working list beside it. We keep entries {{ask.retention|How long, by which schedule}}, look at them each year, and remove nothing in silence.

## If it is lost or wrong

- Lost file or sheet, or somebody saw what they should not: tell {{ask.incident|Who is told}} at once; the clock for reporting is 72 hours
- Not usable: go on from the clinical system and the last list; restore from backup
- How bad for care if it is away for a day: {{ask.criticality|Low, medium or high, and why}}

Entered {{today}} by {{author.name}}. Next look {{document.review-due}}.
`,
}
