// The templates of every account, found by id and by name and language.

import type { DayOfSignals } from '../reputation/quality-week.ts';
import { graphId } from './ids.ts';

export interface TemplateButton {
  type: string;
  text?: string;
  url?: string;
  phone_number?: string;
  otp_type?: string;
  example?: unknown;
  [other: string]: unknown;
}

export interface TemplateComponent {
  type: string;
  format?: string;
  text?: string;
  buttons?: TemplateButton[];
  cards?: { components: TemplateComponent[] }[];
  example?: Record<string, unknown>;
  [other: string]: unknown;
}

export interface Template {
  id: string;
  wabaId: string;
  name: string;
  language: string;
  category: string;
  previousCategory?: string;
  parameterFormat: 'POSITIONAL' | 'NAMED';
  components: TemplateComponent[];
  status: string;
  rejectedReason: string;
  quality: { score: string; date: number };
  /** Set by hand: what people do does not change it. */
  qualityHeld?: boolean;
  week: DayOfSignals[];
  /** Messages sent while it was new, and whether pacing let it pass. */
  sent: number;
  proven: boolean;
  /** When the held rest is looked at. */
  lookAt?: number;
  ttlSeconds?: number;
  allowCategoryChange: boolean;
  createdAt: number;
  edits: number[];
  pauses: number;
  pausedAt?: number;
  /** Held: sends wait for the quality check of pacing. */
  pacing: 'free' | 'hold';
  /** Raised by every change of status, so that a planned review of an older text does nothing. */
  revision: number;
}

const NAME_LOCK_MS = 30 * 86_400_000;

export class Templates {
  #byId = new Map<string, Template>();
  #byWaba = new Map<string, Map<string, Template>>();
  #locks = new Map<string, number>();

  find(id: string): Template | undefined {
    return this.#byId.get(id);
  }

  named(wabaId: string, name: string, language: string): Template | undefined {
    return this.#byWaba.get(wabaId)?.get(`${name} ${language}`);
  }

  /** Every language of a name. */
  languagesOf(wabaId: string, name: string): Template[] {
    return this.of(wabaId).filter((template) => template.name === name);
  }

  of(wabaId: string): Template[] {
    return [...(this.#byWaba.get(wabaId)?.values() ?? [])];
  }

  add(template: Omit<Template, 'id'> & { id?: string }): Template {
    const whole: Template = { ...template, id: template.id ?? graphId() };
    this.#byId.set(whole.id, whole);
    let shelf = this.#byWaba.get(whole.wabaId);
    if (!shelf) {
      shelf = new Map();
      this.#byWaba.set(whole.wabaId, shelf);
    }
    shelf.set(`${whole.name} ${whole.language}`, whole);
    return whole;
  }

  /** Takes a template away; the name of an approved one stays locked for 30 days. */
  remove(template: Template, now: number): void {
    this.#byId.delete(template.id);
    this.#byWaba.get(template.wabaId)?.delete(`${template.name} ${template.language}`);
    template.revision++;
    if (template.status !== 'APPROVED' && template.status !== 'PAUSED') return;
    this.#locks.set(`${template.wabaId} ${template.name} ${template.language}`, now + NAME_LOCK_MS);
  }

  lockedUntil(wabaId: string, name: string, language: string): number {
    return this.#locks.get(`${wabaId} ${name} ${language}`) ?? 0;
  }

  clear(): void {
    this.#byId.clear();
    this.#byWaba.clear();
    this.#locks.clear();
  }
}

export function component(template: Template, type: string): TemplateComponent | undefined {
  return template.components.find((part) => part.type === type);
}

export function buttonsOf(template: Template): TemplateButton[] {
  return component(template, 'BUTTONS')?.buttons ?? [];
}
