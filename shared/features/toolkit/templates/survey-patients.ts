import type { Template } from '../template.ts'

export const surveyPatients: Template = {
  code: 'survey-patients',
  title: 'Survey: people with cancer and carers',
  topic: 'people',
  audience: 'outside',
  purpose: 'A one-page form of ten plain questions of our own, to hear people and to compare before with after.',
  usedBy: 'The lead with a patient group; a receptionist or volunteer helps people to fill it in',
  minutes: 10,
  sources: [
    'London Cancer, Ten things that matter to patients, as published about 2018',
    'System redesign partnerships, public web page, 2017 (surveys before and after a change)',
    'Accessible Information Standard, NHS England, 2016, revised 2025',
  ],
  reviewMonths: 12,
  aboutPerson: false,
  markdown: `> Our own questions, and not a tested instrument: use them to hear people and to compare before with after, not to rank practices. Do not add questions from a licensed questionnaire. How to send and count it stands in *Survey of people with cancer: results*.

## Your care: what do you think?

{{practice.name}} would like to know how we are doing. There are ten short questions. They take about five minutes. **Please do not write your name.** You do not have to answer. Your care stays the same if you do or not. If you like, someone can read it to you: ring {{ask.helper-contact|Name and number for help}}.

Please give it back by {{ask.return-by|Last day}} to {{ask.return-to|Where to give it back}}.

I am (please ring one): a person who has or had cancer / family, a friend or someone who cares

| | Yes | Partly | No | Does not apply |
| --- | --- | --- | --- | --- |
| 1. I was seen soon enough when I first felt something was wrong. | | | | |
| 2. I was told what I had in words that I could follow. | | | | |
| 3. I know who to ring when I have a question. | | | | |
| 4. The practice knew what the hospital had done. | | | | |
| 5. I was asked what mattered to me. | | | | |
| 6. When help was promised, it came. | | | | |
| 7. Someone asked how I feel, and had time to hear. | | | | |
| 8. I was told of help with money, work and travel. | | | | |
| 9. The people close to me were asked how they are. | | | | |
| 10. I know what to look out for now. | | | | |

**How alone have you felt with your illness in the last month?** Ring one: not at all / a little / quite a lot / very

**What was the best thing we did?**

**What is the one thing we should change?**

Thank you. We will put up what we heard, and what we changed, at {{ask.put-up|Where people can read it}}.
`,
}
