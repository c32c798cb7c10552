// Texts of what reports are made of: charts that are also tables and files, and the period they are about.
import { catalogue } from '#web/i18n.ts';

export const figuresMessages = catalogue({
  en: {
    asTable: 'Show as a table',
    asChart: 'Show as a chart',
    csv: 'Download as CSV',
    days: {
      from: 'From',
      to: 'To',
      any: 'Any day',
      thisMonth: 'This month',
      lastMonth: 'Last month',
      thisQuarter: 'This quarter',
      thisYear: 'This year',
      lastYear: 'Last year',
    },
  },
  it: {
    asTable: 'Mostra come tabella',
    asChart: 'Mostra come grafico',
    csv: 'Scarica come CSV',
    days: {
      from: 'Dal',
      to: 'Al',
      any: 'Qualsiasi giorno',
      thisMonth: 'Questo mese',
      lastMonth: 'Il mese scorso',
      thisQuarter: 'Questo trimestre',
      thisYear: 'Quest’anno',
      lastYear: 'L’anno scorso',
    },
  },
  es: {
    asTable: 'Mostrar como tabla',
    asChart: 'Mostrar como gráfico',
    csv: 'Descargar como CSV',
    days: {
      from: 'Desde',
      to: 'Hasta',
      any: 'Cualquier día',
      thisMonth: 'Este mes',
      lastMonth: 'El mes pasado',
      thisQuarter: 'Este trimestre',
      thisYear: 'Este año',
      lastYear: 'El año pasado',
    },
  },
});
