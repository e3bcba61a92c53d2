// The way of the euros as a picture, from what stands in the page; without a script the tables say the same.
import * as echarts from 'echarts/core';
import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([SankeyChart, TooltipComponent, SVGRenderer]);

const COLOURS = ['#1d70b8', '#00703c', '#912b88', '#b58840', '#28a197', '#4c2c92', '#f47738', '#505a5f', '#85994b'];
const NODE = 14;
const LAST = 180; // room for the names of the last ones
const ROW = 34; // a name and the gap to the next
const section = document.querySelector('[data-trace]');
const nodes = [...document.querySelectorAll('[data-node]')].map((node) => ({ id: node.dataset.node, name: node.dataset.name }));
const names = new Map(nodes.map((node) => [node.id, node.name]));
const edges = [...document.querySelectorAll('[data-edge]')]
  .map((edge) => ({
    source: edge.dataset.from,
    target: edge.dataset.to,
    value: Number(edge.dataset.amount),
    lineStyle: { opacity: Number(edge.dataset.paid ?? edge.dataset.amount) > 0 ? 0.35 : 0.12 },
  }))
  .filter((edge) => edge.value > 0 && names.has(edge.source) && names.has(edge.target));

const leads = new Set(edges.map((edge) => edge.source));

/** How many nodes stand in each column: one behind all that lead to it, and where nothing leads on in the last. */
const columns = () => {
  const depth = new Map();
  const at = (id) => {
    if (!depth.has(id)) {
      depth.set(id, 0);
      depth.set(id, Math.max(0, ...edges.filter((edge) => edge.target === id).map((edge) => at(edge.source) + 1)));
    }
    return depth.get(id);
  };
  const all = [...new Set(edges.flatMap((edge) => [edge.source, edge.target]))];
  const counts = new Array(Math.max(...all.map(at)) + 1).fill(0);
  all.forEach((id) => (counts[leads.has(id) ? at(id) : counts.length - 1] += 1));
  return counts;
};

// on a phone its names would lie on each other
if (section && edges.length > 0 && window.matchMedia('(min-width: 48em)').matches) {
  section.hidden = false;
  const place = section.querySelector('[data-sankey]');
  const types = [...new Set(nodes.map((node) => node.id.split('/')[0]))];
  const money = new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: 'EUR' });
  const used = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const counts = columns();
  place.style.height = `${Math.max(260, ROW * (Math.max(...counts) + 1))}px`;
  const chart = echarts.init(place, null, { renderer: 'svg' });
  /** A name takes no more than the way to the next column. */
  const widest = () => Math.max(40, Math.min(170, (place.clientWidth - LAST) / Math.max(1, counts.length - 1) - NODE - 10));
  const data = () =>
    nodes
      .filter((node) => used.has(node.id))
      .map((node) => ({
        name: node.id,
        itemStyle: { color: COLOURS[types.indexOf(node.id.split('/')[0]) % COLOURS.length] },
        label: { width: leads.has(node.id) ? widest() : LAST - 10 },
      }));
  chart.setOption({
    animation: false,
    tooltip: {
      renderMode: 'richText',
      formatter: ({ dataType, data, value }) =>
        dataType === 'edge'
          ? `${names.get(data.source)} → ${names.get(data.target)}: ${money.format(data.value)}`
          : `${names.get(data.name)}: ${money.format(value)}`,
    },
    series: [
      {
        type: 'sankey',
        left: 0,
        right: LAST,
        top: ROW / 2,
        bottom: ROW / 2,
        nodeWidth: NODE,
        nodeGap: ROW - 12,
        draggable: false,
        data: data(),
        links: edges,
        label: { formatter: ({ name }) => names.get(name), overflow: 'truncate' },
        lineStyle: { color: 'source' },
      },
    ],
  });
  window.addEventListener('resize', () => {
    chart.resize();
    chart.setOption({ series: [{ data: data() }] });
  });
}
