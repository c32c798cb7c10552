// What each rule says in English: its title, what it asks, its sentences with figures, and what to do when it fails.
// The other languages are in rule-words.it.ts and rule-words.es.ts; sentences are ICU messages.

export const ruleWords = {
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
  R10: {
    title: 'One first message',
    asks: 'Somebody who never answered got one message. The next one waits for an answer, or for a long while.',
    says: {
      not_promotional: 'This message is not promotional.',
      answered:
        '{neverReplied, number} of {people, number} people were written to before and never answered.',
      again:
        '{neverReplied, number} of {people, number} people ({share} %) were written to before and never answered; at most {most} % should be.',
    },
    todo: { again: 'Leave out who never answered; without a reason they wait {days} days.' },
    parameters: {
      share: 'Share of the audience that may have been written to without ever answering',
      days: 'Days between two promotional messages to somebody who never answered',
    },
  },
  R11: {
    title: 'Space out silence',
    asks: 'Who does not answer gets at most one message in ten to fifteen days.',
    says: {
      not_promotional: 'This message is not promotional.',
      spaced: 'Nobody got an unanswered message in the last {days} days.',
      silent:
        '{unanswered, number} of {people, number} people got a message in the last {days} days and have not answered.',
    },
    todo: { silent: 'Send later, or leave these people out.' },
    parameters: { days: 'Days between two messages to somebody who does not answer' },
  },
  R12: {
    title: 'Few messages a day',
    asks: 'Nobody gets many messages on one day or in one week, over all campaigns.',
    says: {
      room: 'Nobody already got {perDay, plural, one {# message} other {# messages}} in the last 24 hours.',
      full: '{full, number} of {people, number} people already got {perDay, plural, one {# message} other {# messages}} in the last 24 hours.',
    },
    todo: { full: 'Send tomorrow, or leave these people out.' },
    parameters: {
      perDay: 'Template messages per person in 24 hours',
      perWeek: 'Promotional messages per person in 7 days',
    },
  },
  R13: {
    title: 'Renew templates',
    asks: 'People tire of the same text, and reports gather on one template. Renew it from time to time.',
    says: {
      fresh: 'The template is fresh.',
      old: 'The template has been in use for {daysInUse, plural, one {# day} other {# days}} and went to {reached, number} people.',
      falling: 'The quality of the template is falling.',
      disliked: 'The quality of the template is low: WhatsApp pauses it if it stays so.',
    },
    todo: {
      old: 'Write the next one anew.',
      falling: 'Write a new template.',
      disliked: 'Choose another template.',
    },
    parameters: {
      days: 'Days in use after which a template is old',
      people: 'People after whom a template is worn',
    },
  },
  R14: {
    title: 'No spam phrases',
    asks: 'No words that people know from spam: “best offer”, “you won”, “you were drawn”.',
    says: {
      calm: 'The text has none of the known phrases.',
      spam: 'The text has {count, plural, one {a phrase} other {phrases}} that people know from spam: {quotes}.',
      loud: 'The text is loud: {quotes}.',
    },
    todo: { spam: 'Say it in your own plain words.', loud: 'Write calmly, and show where links lead.' },
    parameters: {},
  },
  R15: {
    title: 'A mix that is worth reading',
    asks: 'Not only promotions: messages that help, inform and answer keep people with you.',
    says: {
      mixed: '{promotional, number} of {sent, number} messages in 30 days were promotional.',
      one_sided:
        '{promotional, number} of {sent, number} messages in 30 days ({share} %) were promotional; better at most {most} %.',
    },
    todo: { one_sided: 'Write something of use to your customers next.' },
    parameters: {
      share: 'Share of promotional messages in 30 days',
      from: 'Judged from so many messages on',
    },
  },
  R16: {
    title: 'Within WhatsApp’s limit',
    asks: 'Meta limits how many people a business may write to first within 24 hours. The number that Meta states counts.',
    says: {
      no_limit: 'WhatsApp sets no limit to this number.',
      within:
        '{people, number} people, {used, number} reached already: within WhatsApp’s limit of {limit, number} in 24 hours.',
      over: '{people, number} people, but there is room for {room, number}: WhatsApp’s limit is {limit, number} in 24 hours, {used, number} are used.',
    },
    todo: { over: 'Follow the sending plan, or choose a smaller audience.' },
    parameters: {},
  },
  R17: {
    title: 'Large sends in parts',
    asks: 'Very large sends go out in parts with pauses, so that trouble shows before everybody has the message.',
    says: {
      fits: '{people, number} people in one go: within {most, number}.',
      big: '{people, number} people in one go: at most {most, number}, {minutes} minutes apart.',
    },
    todo: { big: 'Follow the sending plan, or make {parts} campaigns with templates of their own.' },
    parameters: { people: 'People in one go', minutes: 'Minutes between two parts' },
  },
  R18: {
    title: 'Say who writes',
    asks: 'The text names your business and greets people by name.',
    says: {
      clear: 'The text says who writes.',
      sender: 'The text does not name your business.',
      greeting: 'The text greets nobody by name.',
    },
    todo: { sender: 'Name your business in the text.', greeting: 'Begin with the customer’s name.' },
    parameters: {},
  },
  R19: {
    title: 'Consent',
    asks: 'Promotions never go to people who unsubscribed or are blocked, and not to many who never agreed.',
    says: {
      not_promotional: 'This message is not promotional.',
      agreed:
        '{leftOut, plural, =0 {Nobody in the audience has unsubscribed.} one {# person who unsubscribed or is blocked is left out.} other {# people who unsubscribed or are blocked are left out.}}',
      unwilling:
        '{unwilling, plural, one {# person who unsubscribed or is blocked is} other {# people who unsubscribed or are blocked are}} in the audience.',
      undeclared:
        '{undeclared, number} of {people, number} people ({share} %) never said that they want promotions; at most {most} % should be.',
    },
    todo: {
      unwilling: 'Take them out of the audience.',
      undeclared: 'Choose “Only contacts who opted in”, or ask for consent first.',
    },
    parameters: { undeclaredShare: 'Share of the audience that may never have declared consent' },
  },
  R20: {
    title: 'Would you report it?',
    asks: 'Before you send: if you got this message from a business, would you report or block it?',
    says: { answered: 'You would not report this message.', open: 'You have not asked yourself yet.' },
    todo: { open: 'Read it as a customer. If you would report it, write it anew.' },
    parameters: {},
  },
} as const;
