// Spanish, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What a customer is worth, whether spending pays, and which channel works. */
export const money: Texts = {
  'Average revenue per user (account, customer) of a period. Revenue is added up; give the customers at the start and at the end, and their mean is used.':
    'Ingreso medio por usuario (cuenta, cliente) de un período. Los ingresos se suman; indique los clientes del inicio y del final, y se usa su media.',
  'Revenue of the period; a range is added up.': 'Ingresos del período; un rango se suma.',
  'Active customers; of several cells the mean, such as opening and closing.':
    'Clientes activos; de varias celdas, la media, por ejemplo de apertura y cierre.',
  'Customer acquisition cost: what it took to win one customer. Ranges are added up. With paid_costs alone it is the paid (media) CAC; add organic_costs, such as content, staff and tools, for the fully loaded one.':
    'Costo de adquisición de clientes: lo que costó ganar un cliente. Los rangos se suman. Solo con paid_costs es el CAC de pago (medios); agregue organic_costs, como contenido, personal y herramientas, para el costo completo.',
  'Marketing and sales costs of the period.': 'Costos de marketing y ventas del período.',
  'Customers won in the same period.': 'Clientes ganados en el mismo período.',
  'Content, staff and tool costs of the period. None when left out.':
    'Costos de contenido, personal y herramientas del período. Ninguno si se omite.',
  'Months until the margin of a customer has earned back the cost of winning them. With a churn rate, the customers who leave on the way no longer pay; the first payment counts at once.':
    'Meses hasta que el margen de un cliente ha recuperado el costo de ganarlo. Con una tasa de abandono, los clientes que se van por el camino ya no pagan; el primer pago cuenta de inmediato.',
  'Cost to win one customer.': 'Costo de ganar un cliente.',
  'Revenue per customer per month.': 'Ingresos por cliente y mes.',
  'Share of customers lost per month. 0 when left out.': 'Parte de los clientes que se pierde por mes. 0 si se omite.',
  'Customer lifetime value: the gross margin one customer is expected to bring. The first payment counts at once, the next after one period, and so on.':
    'Valor de vida del cliente (LTV): el margen bruto que se espera que aporte un cliente. El primer pago cuenta de inmediato, el siguiente tras un período, y así sucesivamente.',
  'Revenue per customer (account) per period.': 'Ingresos por cliente (cuenta) y período.',
  'Share of customers lost per period. Same period as arpa.':
    'Parte de los clientes que se pierde por período. El mismo período que arpa.',
  'Per period, the same as the other arguments: per month where those are monthly. 10% a year is 0.797% a month, =(1+10%)^(1/12)-1. 0 when left out.':
    'Tasa de descuento por período, el mismo que en los demás argumentos: por mes si estos son mensuales. 10 % al año es 0,797 % al mes, =(1+10%)^(1/12)-1. 0 si se omite.',
  'Payments counted at most. No limit when left out.': 'Máximo de pagos que se cuentan. Sin límite si se omite.',
  'How much the margin of a customer who stays grows in every period, such as 1%; below 0 it shrinks. Same period as the other arguments. 0 when left out.':
    'Cuánto crece en cada período el margen de un cliente que permanece, por ejemplo 1 %; por debajo de 0 se reduce. El mismo período que los demás argumentos. 0 si se omite.',
  'Lifetime value of a customer for each unit of money spent to win one. 3 or more is called healthy.':
    'Valor de vida de un cliente por cada unidad de dinero gastada en ganarlo. 3 o más se considera saludable.',
  'Lifetime value of a customer, for instance from LTV.': 'Valor de vida de un cliente, por ejemplo de LTV.',
  'Cost to win a customer, for instance from CAC.': 'Costo de ganar un cliente, por ejemplo de CAC.',
  'Share of the market: our sales over all sales, both in money (value share) or both in units (volume share).':
    'Cuota de mercado: nuestras ventas entre todas las ventas, ambas en dinero (cuota en valor) o ambas en unidades (cuota en volumen).',
  'Our sales.': 'Nuestras ventas.',
  'Sales of the whole market, ours included, in the same unit.':
    'Ventas de todo el mercado, incluidas las nuestras, en la misma unidad.',
  'Relative change from before to now: 0.2 is a growth of 20%. From a negative value a relative change says nothing, so it is an error.':
    'Variación relativa de antes a ahora: 0,2 es un crecimiento de 20 %. Desde un valor negativo una variación relativa no dice nada, por lo que es un error.',
  'The new value.': 'El valor nuevo.',
  'The old value.': 'El valor anterior.',
  'Return on ad spend: the revenue attributed to advertising for each unit of money spent on it. 4 is four to one.':
    'Retorno de la inversión publicitaria: los ingresos atribuidos a la publicidad por cada unidad de dinero gastada en ella. 4 es cuatro a uno.',
  'Revenue attributed to the ads; a range is added up.': 'Ingresos atribuidos a los anuncios; un rango se suma.',
  'Spend on those ads; a range is added up.': 'Gasto en esos anuncios; un rango se suma.',
  'Return on investment: what came back beyond the cost, as a share of the cost. 0 means the money has just come back.':
    'Retorno de la inversión: lo que volvió por encima del costo, como parte del costo. 0 significa que el dinero apenas se ha recuperado.',
  'Everything that came back, the cost not yet taken off.': 'Todo lo que volvió, sin descontar aún el costo.',
  'What was put in.': 'Lo que se invirtió.',
  'Return on marketing investment: the margin that a campaign earned beyond its cost, as a share of the cost. 0 means it has just paid for itself; compare ROAS, which is revenue over spend.':
    'Retorno de la inversión en marketing: el margen que una campaña ganó por encima de su costo, como parte del costo. 0 significa que apenas se ha pagado a sí misma; compárese con ROAS, que es ingresos entre gasto.',
  'Revenue that would not have come without the campaign.': 'Ingresos que no habrían llegado sin la campaña.',
  'Cost of the campaign.': 'Costo de la campaña.',
  'Growth rate plus profit margin, both as fractions of revenue. 0.4 or more is called healthy for a software firm.':
    'Tasa de crecimiento más margen de beneficio, ambos como fracciones de los ingresos. 0,4 o más se considera saludable para una empresa de software.',
  'Revenue growth over a year.': 'Crecimiento de los ingresos en un año.',
  'Profit margin of the same year; say which one you use, EBITDA or free cash flow.':
    'Margen de beneficio del mismo año; diga cuál usa, EBITDA o flujo de caja libre.',
  'Which marketing channel gets the credit for conversions: the conversions of each path, shared out over its touches by the model you choose. All credits add up to all conversions; a path without a touch goes to (unattributed).':
    'Qué canal de marketing recibe el crédito de las conversiones: las conversiones de cada ruta, repartidas entre sus contactos según el modelo elegido. La suma de los créditos es la de todas las conversiones; una ruta sin contacto va a (unattributed).',
  'Touches in order of time with > between them: search > mail > search. Blank: no known touch. With no other column, leave the header out.':
    'Contactos en orden de tiempo con > entre ellos: search > mail > search. Vacío: ningún contacto conocido. Sin otra columna, no incluya el encabezado.',
  'Customers of that path who converted. 1 each when left out, 0 where blank.':
    'Clientes de esa ruta que convirtieron. 1 cada una si se omite, 0 donde está vacío.',
  'How a path’s conversions are shared out.': 'Cómo se reparten las conversiones de una ruta.',
  'all to the first touch': 'todo al primer contacto',
  'all to the last touch': 'todo al último contacto',
  'every touch alike, repeats count': 'todos los contactos por igual, las repeticiones cuentan',
  '40% to the first touch, 40% to the last, 20% to those between; half each where there are two':
    '40 % al primer contacto, 40 % al último, 20 % a los intermedios; la mitad cada uno si son dos',
  'the closer to the conversion, the more': 'cuanto más cerca de la conversión, más',
  'by the share of conversions that would be lost without the channel':
    'por la parte de las conversiones que se perdería sin el canal',
  'every channel of a path alike, repeats do not count':
    'todos los canales de una ruta por igual, las repeticiones no cuentan',
  'Customers of that path who did not convert. Only markov uses them, and gives other credits with than without. 0 when left out or blank.':
    'Clientes de esa ruta que no convirtieron. Solo markov los usa, y con ellos da otros créditos que sin ellos. 0 si se omite o está vacío.',
  'Value of that path’s conversions, shared out alike. 0 where blank.':
    'Valor de las conversiones de esa ruta, repartido de igual forma. 0 donde está vacío.',
  'Touches after which credit halves, with decay. 1 when left out: each touch has half of the next one.':
    'Contactos tras los cuales el crédito se reduce a la mitad, con decay. 1 si se omite: cada contacto tiene la mitad del siguiente.',
  'What the table tells of each channel.': 'Qué dice la tabla de cada canal.',
  'its credit': 'su crédito',
  'the removal effect as well, the share of the conversions with a touch that would be lost without the channel; only markov has it, and (unattributed) has none':
    'también el efecto de eliminación, la parte de las conversiones con contacto que se perdería sin el canal; solo markov lo tiene, y (unattributed) no tiene ninguno',
  'Redemption rate of a promotion: the share of the offers handed out (coupons, codes, vouchers) that were used.':
    'Tasa de canje de una promoción: la parte de las ofertas entregadas (cupones, códigos, vales) que se usaron.',
  'Offers that were used.': 'Ofertas que se usaron.',
  'Offers that were handed out. Same offers as redeemed.':
    'Ofertas que se entregaron. Las mismas ofertas que en redeemed.',
}
