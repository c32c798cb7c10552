// What the rules on lists, pace and the number's standing (R1 to R9) say in English; sentences are ICU messages.

export const senderWords = {
  R1: {
    title: 'Only your own contacts',
    asks: 'Write only to people who gave their number to you. Every list says where its people come from; bought lists are refused.',
    says: {
      declared: 'Every list says where its people come from.',
      undeclared:
        '{names} {count, plural, one {does not say where its people come} other {do not say where their people come}} from.',
      bought:
        '{names} {count, plural, one {was} other {were}} bought: people who never heard of you report such messages.',
    },
    todo: {
      undeclared: 'Say where these people come from.',
      bought: 'Take {count, plural, one {this list} other {these lists}} out of the audience.',
    },
    parameters: {},
  },
  R2: {
    title: 'Warm up in the first week',
    asks: 'On the first days of mass sending a number reaches few people, those who know you best.',
    says: {
      past: 'The first week of mass sending is over.',
      within: '{people, number} people on day {day} of {sendingDays}: within {perDay, number} a day.',
      over: '{people, number} people on day {day} of mass sending: at most {perDay, number} a day in the first {sendingDays} days.',
    },
    todo: { over: 'Follow the sending plan, or choose a smaller audience.' },
    parameters: {
      perDay: 'People a day in the first week',
      coldPerDay: 'People a day in the first week when people who never wrote to you are among them',
      sendingDays: 'Days of sending that make the first week',
    },
  },
  R3: {
    title: 'Warm people first',
    asks: 'Until everybody was reached once, a day stays at a few hundred people, and those who wrote to you come first.',
    says: {
      elsewhere: 'This number is not in its first weeks.',
      within: '{people, number} people on one day: within {perDay, number}.',
      over: '{people, number} people on one day, {cold, number} of them never wrote to you: at most {perDay, number} a day until everybody was reached once.',
    },
    todo: { over: 'Follow the sending plan: it begins with the people who know you best.' },
    parameters: {
      perDay: 'People a day until everybody was reached once',
      warmDays: 'Who wrote to you within so many days is warm',
    },
  },
  R4: {
    title: 'Grow step by step',
    asks: 'After a first message to everybody with good quality, a day may reach a thousand people. Beyond that WhatsApp’s own limit counts, and a day at most doubles.',
    says: {
      elsewhere: 'Smaller bounds hold for this number at present.',
      within: '{people, number} people on one day: within {perDay, number}.',
      over: '{people, number} people on one day: at most {perDay, number} until WhatsApp’s limit and a month of good quality allow more.',
      proven: 'This number has proven itself: WhatsApp’s own limit counts, not the first weeks’ numbers.',
      jump: '{people, number} people on one day is a jump: the busiest day before had {busiestDay, number}, so at most {most, number}.',
    },
    todo: {
      over: 'Follow the sending plan, or choose a smaller audience.',
      jump: 'Follow the sending plan: it doubles from day to day.',
    },
    parameters: {
      perDay: 'People a day after the first pass',
      passShare: 'Share of your contacts reached that ends the first pass',
      passPeople: 'People reached that end the first pass of a large base',
      provenDays: 'Days without low quality after which WhatsApp’s own limit counts',
      provenLimit: 'WhatsApp’s limit must be so high before it counts',
      growth: 'A day is at most so many times the busiest day before',
    },
  },
  R5: {
    title: 'Look before the next send',
    asks: 'A day after a mass send the quality must be high or medium before the next one leaves.',
    says: {
      good: 'The quality of the number allows the next send.',
      low: 'The quality of the number is low.',
      early:
        'The last mass send ended {ago, plural, =0 {less than an hour} one {# hour} other {# hours}} ago: quality shows only after {hours} hours.',
    },
    todo: {
      low: 'Stop sending in bulk, and mend what people complain about.',
      early: 'Start it tomorrow, or follow the sending plan.',
    },
    parameters: {
      hours: 'Hours between a mass send and the look at quality',
      massFrom: 'A send to so many people is a mass send; the rules on crowds hold from there on',
    },
  },
  R6: {
    title: 'Rest after low quality',
    asks: 'When quality falls to low, all mass sending rests for a week. Answers to customers go on.',
    says: {
      free: 'No rest is needed.',
      resting:
        'Mass sending rests for {left, plural, one {# more day} other {# more days}} because quality was low.',
      banned: 'WhatsApp has banned this number or its account.',
    },
    todo: {
      resting: 'Schedule it for after the rest, and rewrite the text.',
      banned: 'Follow the steps on the number’s health page.',
    },
    parameters: { days: 'Days that mass sending rests after low quality' },
  },
  R7: {
    title: 'Recover slowly',
    asks: 'After such a rest, days stay small for a month.',
    says: {
      not_needed: 'The number is not recovering from low quality.',
      within: '{people, number} people on one day: within {perDay, number} while the number recovers.',
      over: '{people, number} people on one day: at most {perDay, number} while the number recovers, {left, plural, one {# more day} other {# more days}}.',
    },
    todo: { over: 'Follow the sending plan, or choose a smaller audience.' },
    parameters: {
      perDay: 'People a day while the number recovers',
      days: 'Days that the recovery lasts after the rest',
    },
  },
  R8: {
    title: 'Offer a way out',
    asks: 'A promotional message carries a button by which people stop further ones. Who cannot leave, reports.',
    says: {
      not_promotional: 'This message is not promotional.',
      offered: 'The message has a button that unsubscribes.',
      missing: 'The message has no button that unsubscribes.',
    },
    todo: { missing: 'Add the unsubscribe button to the template.' },
    parameters: {},
  },
  R9: {
    title: 'Verification first',
    asks: 'A business that draws complaints sends in bulk only after Meta has verified it.',
    says: {
      no_need: 'Nothing speaks against sending before verification.',
      verified: 'Meta trusts your business.',
      unverified: 'Your kind of business draws complaints, and Meta has not verified it.',
      better_verified:
        'Meta has not verified your business: its limit is {limit, number} people in 24 hours.',
    },
    todo: {
      unverified:
        'Have your business verified in Meta’s Business Manager before you send to {people, number} people.',
      better_verified:
        'Have your business verified in Meta’s Business Manager; tell it in the guardian’s settings.',
    },
    parameters: {
      drawsComplaints: 'Our kind of business draws complaints (loans, betting, supplements, …)',
      verified: 'Meta has verified our business',
    },
  },
} as const;
