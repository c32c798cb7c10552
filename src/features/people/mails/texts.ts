// The words of the product's mails in each language.
import type { Language } from '#features/people/language.contract.ts';
import type { Letter } from './letter.ts';

type Words = {
  passwordReset(about: { name: string; address: string; minutes: number }): Letter;
  passwordChanged(about: { name: string; address: string }): Letter;
  invitation(about: { workspace: string; inviter: string; address: string; days: number }): Letter;
};

export const mailTexts: Record<Language, Words> = {
  en: {
    passwordReset: ({ name, address, minutes }) => ({
      subject: 'Choose a new password',
      lines: [`Hello ${name},`, 'Somebody, hopefully you, asked to choose a new password for your account.'],
      button: { label: 'Choose a new password', address },
      ending: [`The link works for ${minutes} minutes. If it was not you, do nothing: your password stays.`],
    }),
    passwordChanged: ({ name, address }) => ({
      subject: 'Your password was changed',
      lines: [
        `Hello ${name},`,
        'The password of your account was changed and your other sessions were ended.',
      ],
      button: { label: 'I did not do this', address },
      ending: ['If it was you, there is nothing to do.'],
    }),
    invitation: ({ workspace, inviter, address, days }) => ({
      subject: `${inviter} invites you to ${workspace}`,
      lines: ['Hello,', `${inviter} invites you to work together in ${workspace} on Rondine.`],
      button: { label: 'Accept the invitation', address },
      ending: [`The invitation is valid for ${days} days. If you do not expect it, ignore this mail.`],
    }),
  },
  it: {
    passwordReset: ({ name, address, minutes }) => ({
      subject: 'Scegli una nuova password',
      lines: [
        `Ciao ${name},`,
        'qualcuno, speriamo tu, ha chiesto di scegliere una nuova password per il tuo account.',
      ],
      button: { label: 'Scegli una nuova password', address },
      ending: [
        `Il link vale ${minutes} minuti. Se non sei stato tu, non fare nulla: la password resta quella di prima.`,
      ],
    }),
    passwordChanged: ({ name, address }) => ({
      subject: 'La tua password è stata cambiata',
      lines: [
        `Ciao ${name},`,
        'la password del tuo account è stata cambiata e le altre sessioni sono state chiuse.',
      ],
      button: { label: 'Non sono stato io', address },
      ending: ['Se sei stato tu, non c’è altro da fare.'],
    }),
    invitation: ({ workspace, inviter, address, days }) => ({
      subject: `${inviter} ti invita in ${workspace}`,
      lines: ['Ciao,', `${inviter} ti invita a lavorare insieme in ${workspace} su Rondine.`],
      button: { label: 'Accetta l’invito', address },
      ending: [`L’invito vale ${days} giorni. Se non lo aspettavi, ignora questa mail.`],
    }),
  },
  es: {
    passwordReset: ({ name, address, minutes }) => ({
      subject: 'Elige una contraseña nueva',
      lines: [
        `Hola, ${name}:`,
        'Alguien, esperamos que tú, ha pedido elegir una contraseña nueva para tu cuenta.',
      ],
      button: { label: 'Elegir una contraseña nueva', address },
      ending: [
        `El enlace sirve durante ${minutes} minutos. Si no fuiste tú, no hagas nada: tu contraseña no cambia.`,
      ],
    }),
    passwordChanged: ({ name, address }) => ({
      subject: 'Tu contraseña ha cambiado',
      lines: [
        `Hola, ${name}:`,
        'La contraseña de tu cuenta ha cambiado y se han cerrado las demás sesiones.',
      ],
      button: { label: 'No he sido yo', address },
      ending: ['Si fuiste tú, no hay nada más que hacer.'],
    }),
    invitation: ({ workspace, inviter, address, days }) => ({
      subject: `${inviter} te invita a ${workspace}`,
      lines: ['Hola:', `${inviter} te invita a trabajar en ${workspace} con Rondine.`],
      button: { label: 'Aceptar la invitación', address },
      ending: [`La invitación vale ${days} días. Si no la esperabas, ignora este correo.`],
    }),
  },
};
