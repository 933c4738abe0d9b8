// Brazilian Portuguese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What a customer is worth, whether spending pays, and which channel works. */
export const money: Texts = {
  'Average revenue per user (account, customer) of a period. Revenue is added up; give the customers at the start and at the end, and their mean is used.':
    'Receita média por usuário (conta, cliente) de um período. A receita é somada; informe os clientes do início e do fim, e a média deles é usada.',
  'Revenue of the period; a range is added up.': 'Receita do período; um intervalo é somado.',
  'Active customers; of several cells the mean, such as opening and closing.':
    'Clientes ativos; de várias células, a média, por exemplo de abertura e fechamento.',
  'Customer acquisition cost: what it took to win one customer. Ranges are added up. With paid_costs alone it is the paid (media) CAC; add organic_costs, such as content, staff and tools, for the fully loaded one.':
    'Custo de aquisição de clientes: o que foi preciso para conquistar um cliente. Intervalos são somados. Só com paid_costs é o CAC pago (mídia); acrescente organic_costs, como conteúdo, equipe e ferramentas, para o custo completo.',
  'Marketing and sales costs of the period.': 'Custos de marketing e vendas do período.',
  'Customers won in the same period.': 'Clientes conquistados no mesmo período.',
  'Content, staff and tool costs of the period. None when left out.':
    'Custos de conteúdo, equipe e ferramentas do período. Nenhum se omitido.',
  'Months until the margin of a customer has earned back the cost of winning them. With a churn rate, the customers who leave on the way no longer pay; the first payment counts at once.':
    'Meses até que a margem de um cliente tenha recuperado o custo de conquistá-lo. Com uma taxa de churn, os clientes que saem pelo caminho deixam de pagar; o primeiro pagamento conta de imediato.',
  'Cost to win one customer.': 'Custo para conquistar um cliente.',
  'Revenue per customer per month.': 'Receita por cliente por mês.',
  'Share of customers lost per month. 0 when left out.': 'Parte dos clientes perdidos por mês. 0 se omitido.',
  'Customer lifetime value: the gross margin one customer is expected to bring. The first payment counts at once, the next after one period, and so on.':
    'Valor vitalício do cliente (LTV): a margem bruta que se espera que um cliente traga. O primeiro pagamento conta de imediato, o seguinte após um período, e assim por diante.',
  'Revenue per customer (account) per period.': 'Receita por cliente (conta) por período.',
  'Share of customers lost per period. Same period as arpa.':
    'Parte dos clientes perdidos por período. O mesmo período de arpa.',
  'Per period, the same as the other arguments: per month where those are monthly. 10% a year is 0.797% a month, =(1+10%)^(1/12)-1. 0 when left out.':
    'Taxa de desconto por período, o mesmo dos demais argumentos: por mês se estes forem mensais. 10% ao ano são 0,797% ao mês, =(1+10%)^(1/12)-1. 0 se omitido.',
  'Payments counted at most. No limit when left out.': 'Máximo de pagamentos contados. Sem limite se omitido.',
  'How much the margin of a customer who stays grows in every period, such as 1%; below 0 it shrinks. Same period as the other arguments. 0 when left out.':
    'Quanto a margem de um cliente que permanece cresce em cada período, por exemplo 1%; abaixo de 0, ela diminui. O mesmo período dos demais argumentos. 0 se omitido.',
  'Lifetime value of a customer for each unit of money spent to win one. 3 or more is called healthy.':
    'Valor vitalício de um cliente para cada unidade de dinheiro gasta para conquistá-lo. 3 ou mais é considerado saudável.',
  'Lifetime value of a customer, for instance from LTV.': 'Valor vitalício de um cliente, por exemplo de LTV.',
  'Cost to win a customer, for instance from CAC.': 'Custo para conquistar um cliente, por exemplo de CAC.',
  'Share of the market: our sales over all sales, both in money (value share) or both in units (volume share).':
    'Participação de mercado: nossas vendas divididas por todas as vendas, ambas em dinheiro (participação em valor) ou ambas em unidades (participação em volume).',
  'Our sales.': 'Nossas vendas.',
  'Sales of the whole market, ours included, in the same unit.':
    'Vendas de todo o mercado, incluindo as nossas, na mesma unidade.',
  'Relative change from before to now: 0.2 is a growth of 20%. From a negative value a relative change says nothing, so it is an error.':
    'Variação relativa de antes para agora: 0,2 é um crescimento de 20%. A partir de um valor negativo, uma variação relativa não diz nada, portanto é um erro.',
  'The new value.': 'O novo valor.',
  'The old value.': 'O valor antigo.',
  'Return on ad spend: the revenue attributed to advertising for each unit of money spent on it. 4 is four to one.':
    'Retorno sobre o gasto com anúncios: a receita atribuída à publicidade para cada unidade de dinheiro gasta nela. 4 é quatro para um.',
  'Revenue attributed to the ads; a range is added up.': 'Receita atribuída aos anúncios; um intervalo é somado.',
  'Spend on those ads; a range is added up.': 'Gasto com esses anúncios; um intervalo é somado.',
  'Return on investment: what came back beyond the cost, as a share of the cost. 0 means the money has just come back.':
    'Retorno sobre o investimento: o que voltou além do custo, como parte do custo. 0 significa que o dinheiro acabou de voltar.',
  'Everything that came back, the cost not yet taken off.': 'Tudo o que voltou, sem descontar ainda o custo.',
  'What was put in.': 'O que foi investido.',
  'Return on marketing investment: the margin that a campaign earned beyond its cost, as a share of the cost. 0 means it has just paid for itself; compare ROAS, which is revenue over spend.':
    'Retorno sobre o investimento em marketing: a margem que uma campanha ganhou além do seu custo, como parte do custo. 0 significa que ela acabou de se pagar; compare com ROAS, que é receita dividida por gasto.',
  'Revenue that would not have come without the campaign.': 'Receita que não teria vindo sem a campanha.',
  'Cost of the campaign.': 'Custo da campanha.',
  'Growth rate plus profit margin, both as fractions of revenue. 0.4 or more is called healthy for a software firm.':
    'Taxa de crescimento mais margem de lucro, ambas como frações da receita. 0,4 ou mais é considerado saudável para uma empresa de software.',
  'Revenue growth over a year.': 'Crescimento da receita em um ano.',
  'Profit margin of the same year; say which one you use, EBITDA or free cash flow.':
    'Margem de lucro do mesmo ano; diga qual é usada, EBITDA ou fluxo de caixa livre.',
  'Which marketing channel gets the credit for conversions: the conversions of each path, shared out over its touches by the model you choose. All credits add up to all conversions; a path without a touch goes to (unattributed).':
    'Qual canal de marketing recebe o crédito pelas conversões: as conversões de cada caminho, repartidas entre seus contatos pelo modelo escolhido. Todos os créditos somam todas as conversões; um caminho sem contato vai para (unattributed).',
  'Touches in order of time with > between them: search > mail > search. Blank: no known touch. With no other column, leave the header out.':
    'Contatos em ordem de tempo com > entre eles: search > mail > search. Vazio: nenhum contato conhecido. Sem outra coluna, não inclua o cabeçalho.',
  'Customers of that path who converted. 1 each when left out, 0 where blank.':
    'Clientes desse caminho que converteram. 1 cada se omitido, 0 onde estiver vazio.',
  'How a path’s conversions are shared out.': 'Como as conversões de um caminho são repartidas.',
  'all to the first touch': 'tudo para o primeiro contato',
  'all to the last touch': 'tudo para o último contato',
  'every touch alike, repeats count': 'todos os contatos por igual, repetições contam',
  '40% to the first touch, 40% to the last, 20% to those between; half each where there are two':
    '40% para o primeiro contato, 40% para o último, 20% para os intermediários; metade cada um quando são dois',
  'the closer to the conversion, the more': 'quanto mais perto da conversão, mais',
  'by the share of conversions that would be lost without the channel':
    'pela parte das conversões que se perderia sem o canal',
  'every channel of a path alike, repeats do not count':
    'todos os canais de um caminho por igual, repetições não contam',
  'Customers of that path who did not convert. Only markov uses them, and gives other credits with than without. 0 when left out or blank.':
    'Clientes desse caminho que não converteram. Só markov os usa, e com eles dá créditos diferentes do que sem eles. 0 se omitido ou vazio.',
  'Value of that path’s conversions, shared out alike. 0 where blank.':
    'Valor das conversões desse caminho, repartido da mesma forma. 0 onde estiver vazio.',
  'Touches after which credit halves, with decay. 1 when left out: each touch has half of the next one.':
    'Contatos após os quais o crédito cai pela metade, com decay. 1 se omitido: cada contato tem metade do seguinte.',
  'What the table tells of each channel.': 'O que a tabela diz de cada canal.',
  'its credit': 'seu crédito',
  'the removal effect as well, the share of the conversions with a touch that would be lost without the channel; only markov has it, and (unattributed) has none':
    'também o efeito de remoção, a parte das conversões com contato que se perderia sem o canal; só markov o tem, e (unattributed) não tem nenhum',
  'Redemption rate of a promotion: the share of the offers handed out (coupons, codes, vouchers) that were used.':
    'Taxa de resgate de uma promoção: a parte das ofertas distribuídas (cupons, códigos, vales) que foram usadas.',
  'Offers that were used.': 'Ofertas que foram usadas.',
  'Offers that were handed out. Same offers as redeemed.':
    'Ofertas que foram distribuídas. As mesmas ofertas de redeemed.',
}
