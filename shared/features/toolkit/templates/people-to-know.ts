import type { Template } from '../template.ts'

export const peopleToKnow: Template = {
  code: 'people-to-know',
  title: 'People to know',
  topic: 'picture',
  audience: 'inside',
  purpose:
    'A contacts map: who helps at the hospital, in the network and in the community, what each is good for, and where nobody is known yet.',
  usedBy: 'The lead, nurses, care coordinators and reception',
  minutes: 30,
  sources: [
    'Promoting integrated cancer care, professional press article on the first lead clinicians, about 2003',
    'National Data Guardian, The Caldicott Principles, December 2020',
  ],
  reviewMonths: 6,
  aboutPerson: false,
  markdown: `> The tables come from the directory. Mend a number there and it is right everywhere. Ring each number once a year: people move.

## Ring first

For a worry about one person, today:

- **Single point of contact for people with cancer:** {{ask.single-contact|Navigator or support line, name and number}}
- **Acute oncology, day:** {{ask.acute-oncology|Acute oncology team}}
- **Night and weekend:** {{ask.out-of-hours|Oncology advice line out of hours}}

**Anyone having treatment who is feverish or suddenly unwell needs a call the same hour.**

> Put the hospital's own 24-hour lines above, and test them by ringing.

## Hospital

{{table.contacts-hospital}}

## Network and commissioners

{{table.contacts-network}}

> England: Cancer Alliance and ICB. Scotland: the regional cancer network and health board. Wales: the national cancer programme and health board. Northern Ireland: the cancer network and trust. Names change; check locally.

## Community and charities

{{table.contacts-charity}}

## Who links to whom

> For each link, one name on each side. An empty square is your next telephone call.

| What passes between us | Our side | Their side | Works? |
| --- | --- | --- | --- |
| Missing letters | | MDT office or secretary | |
| Treatment summaries | | Nurse specialist | |
| Urgent advice on treatment effects | | Acute oncology | |
| Results that need acting on | | Imaging and pathology offices | |
| Money and benefits | | Welfare rights adviser | |
| Transport | | Hospital transport and volunteers | |
| Palliative care | | Community palliative team | |
| Carers | | Carers' centre | |
| Children in the family | | School nurse or family support | |
| Interpreters and sign language | | Interpreting service | |

## Not known yet

- [ ] {{ask.gap-one|A role for which we have no name}}
- [ ] {{ask.gap-two|Another role for which we have no name}}

## Keeping it right

- Owner: {{ask.owner|Who keeps the contacts}}
- Checked by ringing on: {{ask.checked-on|Date last checked}}
- Work numbers only. A private number is kept only with that person's say-so.
`,
}
