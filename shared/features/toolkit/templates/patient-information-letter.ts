import type { Template } from '../template.ts'

export const patientInformationLetter: Template = {
  code: 'patient-information-letter',
  title: 'Letter: how we can help',
  topic: 'letters',
  audience: 'person',
  purpose: 'A first letter to somebody newly diagnosed: we know, we are here, this is whom to ring and what we keep.',
  usedBy: 'Care coordinator or nurse, after a telephone call',
  minutes: 5,
  sources: [
    'NICE indicator IND222, support within 3 months of diagnosis (check the menu for the current version)',
    'Accessible Information Standard, NHS England, 2016, revised 2025',
    "Information Commissioner's Office, guidance on the right to be informed, 2018 and later updates",
  ],
  reviewMonths: 12,
  aboutPerson: true,
  markdown: `> Before you send it: has the person been told the diagnosis, in person, by somebody else? Who opens the post? Would a call be kinder? Reading age about 10. Keep it to one side. Large print or another language on request.

{{today}}

{{person.name}}\\
{{person.address}}

Dear {{person.known-as}},

The hospital has told us about your cancer. We are sorry you have this to deal with. We want you to know that we are here to help, and so are the people you know at the practice.

## Who to ring

- **A question for us:** ring {{ask.practice-contact|Name and number at the practice}}. Say that you had this letter.
- **Your nurse at the hospital:** {{person.nurse}}. They know about your tests and your care there.
- **When we are closed:** {{ask.out-of-hours|Who to ring when the practice is closed}}.
- **If you have treatment and feel unwell or hot:** ring the number on your hospital card. Do not wait.

## What we can do

- Ring you soon, or see you, to ask how you are. You choose.
- Help with pills, sleep, food and how you feel.
- Help with work, money, travel and free prescriptions. There may be more help than you think.
- Ask how your family are. If someone cares for you, we can help them too.
- Meet you for a longer talk later on. We call it a care review.

You do not have to do any of this now. You can say no. You can change your mind.

## What we write down

We keep a list of people in our care who have or had cancer. It helps us check that your letters come and that no one is left out. Only staff who care for you, or who keep the list, see your name. We also count how many people there are, with no names. If you do not want to be counted, tell us. Your care will stay the same.

## If this letter is hard to read

We can read it to you, send it in large print, or get it put in your language. Just ring us.

With best wishes,

{{author.name}}\\
{{author.role}}, for {{person.gp}}\\
{{practice.name}}
`,
}
