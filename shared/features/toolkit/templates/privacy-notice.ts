import type { Template } from '../template.ts'

export const privacyNotice: Template = {
  code: 'privacy-notice',
  title: 'Data protection 3: privacy notice text',
  topic: 'governance',
  audience: 'outside',
  purpose: 'Text for the practice website and waiting room that tells people about the cancer register in plain words.',
  usedBy: 'The practice manager; approved by the data protection officer',
  minutes: 15,
  sources: [
    'UK General Data Protection Regulation, in force since May 2018, articles 12 to 14 and 21',
    "Information Commissioner's Office, guidance on the right to be informed, 2018 and later updates",
    'NHS England, National data opt-out, May 2018 and later updates',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Goes beside your main privacy notice, not in its place. Keep the words plain. Offer it in large print, easy read and the languages spoken here.

## Our cancer register

{{practice.name}} keeps a list of the people in our care who have, or have had, cancer. This page says why, what is on it, and what you can ask us to do.

### Why we keep it

Care for cancer is shared by many people in many places. Letters get lost. The list helps us see what should have come and did not, ask you in for a talk at the right time, and make sure that no one is left out. We also count how well we are doing.

### What is on it

- your name, NHS number, date of birth and how to reach you
- what kind of cancer, and when and how it was found
- tests, treatment and letters
- what you told us matters to you, and the plan we made with you
- who cares for you, if you told us
- your ethnic group and how well off your area is, if we know, so that we can see if care is fair

It comes from your GP record, from hospital letters and from you.

### Who sees it

Only staff here who help with your care, or who keep the list. We write down who looks. When we write to the hospital about you, it is for your own care.

We send figures to {{practice.network}} and to {{ask.others|Others who get figures, or "no one else"}}. They are counts. They hold no names, and we leave out small numbers so that no one can be picked out.

We do not sell it. We do not use it for adverts. No computer makes a decision about you. It does not leave the UK.

### Our legal reason

The law lets us use health data to give care and to run health services: UK GDPR article 6(1)(e) and article 9(2)(h). We also owe you a duty to keep what you tell us in confidence.

### How long we keep it

{{ask.retention|How long, in plain words}}. Your GP record is kept by its own rules.

### What you can ask

- **to see** what we hold about you
- **to put it right** if it is wrong
- **not to be counted** in the figures we send out. Your care will stay the same
- **to object** to being on the list. We will talk it over with you

> England only: keep the next line. Elsewhere take it out and check locally what applies.

You can also choose that NHS data that names you is not used for research and planning. This is called the national data opt-out. The list is used for your own care, so the opt-out does not take you off it.

### Who to ask

- At the practice: {{ask.contact|Name, post and how to reach them}}
- Our data protection officer: {{ask.dpo-contact|Name and how to reach them}}
- If you are not happy with our answer, you can complain to the Information Commissioner's Office: [ico.org.uk](https://ico.org.uk)

Last changed {{document.issued-on}}.
`,
}
