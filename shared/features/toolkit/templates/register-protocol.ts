import type { Template } from '../template.ts'

export const registerProtocol: Template = {
  code: 'register-protocol',
  title: 'Register set-up protocol',
  topic: 'work',
  audience: 'inside',
  purpose:
    'How people join the cancer register, what is kept about each, who checks it and when, and what to do when it is wrong.',
  usedBy: 'The lead, the care coordinator or register clerk, the practice manager',
  minutes: 40,
  sources: [
    'NHS Digital, Quality and Outcomes Framework business rules, cancer, 2023/24',
    'NICE indicators IND222 and IND223, cancer care reviews (check the menu for the current version)',
    'NHS England, Records Management Code of Practice, August 2021, updated August 2023',
    'National Data Guardian, The Caldicott Principles, December 2020',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `## Why we keep it

So that nobody with cancer falls into the gap between hospital and practice. The register is a working list beside the clinical record. The clinical record stays the first place for everything about a person.

## Who is on it

- Anyone on our list with a diagnosis of cancer, now or before.
- People stay on the register in remission and after cure. They leave by death or by leaving the list, and are then kept as past entries.
- Non-melanoma skin cancer, in-situ disease and blood disorders that come before cancer: {{ask.skin-rule|On the register, or kept apart}}
- A second primary, a recurrence or spread is a **new episode** of the same person. It starts the clocks for contact and review again.

> For the old QOF rule in England, a cancer diagnosed on or after 1 April 2003 counted, and squamous cell skin cancer and basal cell were treated differently. Since 1 April 2025 England's QOF has no cancer indicator. Keep the register by your own rule, say it above, and let the app work out the official one. Scotland, Wales and Northern Ireland: check locally.

## How people join

> The times are a place to begin. Write down what you can keep.

| Where we learn of it | Who acts | Within |
| --- | --- | --- |
| Hospital letter that gives a diagnosis | Letter coder | 2 working days |
| New patient, at registration | New-patient reader | 4 weeks |
| Discharge or emergency admission | Letter coder | 2 working days |
| Monthly search of the clinical system | Care coordinator | First week of the month |
| Screening result | Letter coder | 2 working days |

A suspected cancer is not a diagnosis. It is tracked as a referral until somebody has been told, one way or the other.

Who that is today:

- Letter coder: {{ask.coder|Who codes letters}}
- New-patient reader: {{ask.registration|Who reads new records}}
- Care coordinator: {{ask.coordinator|Who looks after the register}}
- Practice manager: {{ask.manager|Practice manager}}
- Cancer lead: {{author.name}}

## What we keep for each person

- [ ] Site of the cancer, and date of diagnosis as exactly as it is known. An unknown day is left unknown
- [ ] Route to diagnosis: urgent referral, screening, emergency, other
- [ ] Stage, as the hospital gave it, or "not known"
- [ ] Hospital, consultant and nurse specialist
- [ ] Treatment: kind, aim, first and last day
- [ ] Letters expected, and the day each came
- [ ] Support contact, needs assessment, treatment summary, care review
- [ ] Carer, language, and anything that makes it hard to reach us
- [ ] Whether the person has asked not to be counted outside the practice

## Who does what, and when

| When | What | Who |
| --- | --- | --- |
| Each week | Ask for late letters; ring who is due | Care coordinator |
| Each month | Bring in the new search; go through what changed before accepting it | Care coordinator |
| Each quarter | Check ten entries against the record; look at missing stage, route and NHS number | Cancer lead |
| Each year | Read this protocol; review who has access; test a restored backup | Practice manager |

Where we stand on {{register.as-at}}: {{register.people}} people; NHS number recorded {{measure.nhs-number-known.value}}; stage {{measure.stage-known.value}}; route {{measure.route-known.value}}; site coded {{measure.site-coded.value}}.

## When it is wrong

- **Not cancer after all:** mark the diagnosis as entered in error, with the reason. Do not delete the person.
- **Two entries for one person:** compare NHS number, name and birth date before joining them. Two people check.
- **The hospital says something else:** write down both, ask, and keep the answer.
- **An import was wrong:** take the import back, mend the search, bring it in again.
- **A mistake that could have hurt somebody:** tell {{ask.safety-lead|Clinical safety lead}} the same day, report it by the local route, and write a learning event.

## Access and keeping

- Only people who need it for care have access. The access list is kept by {{ask.ig-lead|Information governance lead}} and looked through each year.
- No list leaves the practice with names on it. Figures that leave have small counts hidden.
- Kept as long as our records policy says, and looked at each year. Nothing is removed in silence.

## Agreed

Lead {{author.name}} · Information governance {{ask.ig-lead|Information governance lead}} · From {{ask.from|Date it starts}}
`,
}
