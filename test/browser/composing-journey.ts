// Composing in a browser: quick replies; answers for later, kept through a reload, changed, cancelled, sent at once.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/product.ts';
import { seriousProblems } from './accessibility.ts';

/** In the workspace Forno Aurora, where Anna Verdi has just written; `timesSent` tells how often she got a text. */
export async function compose(page: Page, timesSent: (text: string) => Promise<number>): Promise<void> {
  await takeQuickReply(page);
  await sendLater(page, timesSent);
}

async function takeQuickReply(page: Page): Promise<void> {
  await page.goto('/settings/quick-replies');
  await page.getByRole('button', { name: 'New quick reply' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Shortcut' }).fill('/orari');
  await form.getByRole('textbox', { name: 'Text' }).fill('%%ACCOUNT_NAME%%: aperti fino alle 19.');
  expect(await seriousProblems(page)).toEqual([]);
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByText('/orari', { exact: true }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.goto('/inbox');
  await page.getByRole('button', { name: /^Anna Verdi/ }).click();
  const box = page.getByRole('textbox', { name: 'Write an answer' });
  await box.pressSequentially('Ciao! /ora');
  await page.getByRole('option', { name: /orari/ }).waitFor();
  await box.press('Enter');
  await eventually(async () => (await box.inputValue()) === 'Ciao! Forno Aurora: aperti fino alle 19.');
  await box.fill('');
}

async function sendLater(page: Page, timesSent: (text: string) => Promise<number>): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Write an answer' });
  const scheduled = page.getByRole('region', { name: 'Scheduled' });
  await box.fill('Il pane sarà pronto');
  // What was begun beside the words is there again after a look at the notes.
  await page.getByRole('button', { name: 'Buttons or a list' }).click();
  await page.getByRole('textbox', { name: 'Button 1' }).fill('Va bene');
  await box.press('Alt+n');
  await page.getByRole('textbox', { name: 'Write a note for the team' }).press('Alt+r');
  await eventually(
    async () => (await page.getByRole('textbox', { name: 'Button 1' }).inputValue()) === 'Va bene',
  );

  await box.press('Alt+l');
  const times = page.getByRole('dialog', { name: 'Send later' });
  await times.getByRole('button', { name: /^In an hour/ }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await times.getByRole('button', { name: /^In an hour/ }).click();
  await scheduled.getByText('Il pane sarà pronto').waitFor();
  await eventually(async () => (await box.inputValue()) === '');
  await scheduled.getByText('With buttons: Va bene').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.reload();

  await scheduled.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Change the scheduled message' });
  await form.getByRole('textbox', { name: 'Text' }).fill('Il pane è pronto alle sette');
  await form.getByRole('button', { name: 'Save' }).click();
  await scheduled.getByText('Il pane è pronto alle sette').waitFor();
  await scheduled.getByRole('button', { name: 'Cancel' }).click();
  await scheduled.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await scheduled.getByText('Il pane è pronto alle sette').waitFor();
  expect(await timesSent('Il pane è pronto alle sette')).toBe(0);
  await scheduled.getByRole('button', { name: 'Send now' }).click();
  await page.getByRole('log').getByText('Il pane è pronto alle sette').waitFor();
  await scheduled.waitFor({ state: 'detached' });
  await eventually(async () => (await timesSent('Il pane è pronto alle sette')) > 0);
  expect(await timesSent('Il pane è pronto alle sette')).toBe(1);
}
