// The way of the euros as a picture, from what stands in the page; without a script the tables say the same.
import * as echarts from 'echarts/core';
import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([SankeyChart, TooltipComponent, SVGRenderer]);

const COLOURS = ['#1d70b8', '#00703c', '#912b88', '#b58840', '#28a197', '#4c2c92', '#f47738', '#505a5f', '#85994b'];
const section = document.querySelector('[data-trace]');
const nodes = [...document.querySelectorAll('[data-node]')].map((node) => ({ id: node.dataset.node, name: node.dataset.name }));
const names = new Map(nodes.map((node) => [node.id, node.name]));
const edges = [...document.querySelectorAll('[data-edge]')]
  .map((edge) => ({ source: edge.dataset.from, target: edge.dataset.to, value: Number(edge.dataset.amount) }))
  .filter((edge) => edge.value > 0 && names.has(edge.source) && names.has(edge.target));

// on a phone its names would lie on each other
if (section && edges.length > 0 && window.matchMedia('(min-width: 48em)').matches) {
  section.hidden = false;
  const place = section.querySelector('[data-sankey]');
  const types = [...new Set(nodes.map((node) => node.id.split('/')[0]))];
  const money = new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: 'EUR' });
  const used = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  place.style.height = `${Math.max(260, 34 * Math.ceil(used.size / 2))}px`;
  const chart = echarts.init(place, null, { renderer: 'svg' });
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
        right: 180,
        nodeWidth: 14,
        draggable: false,
        data: nodes
          .filter((node) => used.has(node.id))
          .map((node) => ({ name: node.id, itemStyle: { color: COLOURS[types.indexOf(node.id.split('/')[0]) % COLOURS.length] } })),
        links: edges,
        label: { formatter: ({ name }) => names.get(name), width: 170, overflow: 'truncate' },
        lineStyle: { color: 'source', opacity: 0.25 },
      },
    ],
  });
  window.addEventListener('resize', () => chart.resize());
}
