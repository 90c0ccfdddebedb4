// One peer, set up as its own documentation shows it, on the seeded events: peer.html?peer=…&size=…&window=30|all&day=…
// `show(day)` is what a date slider would call.
const asked = new URLSearchParams(location.search), kind = asked.get('peer');
const length = asked.get('window') === 'all' ? Infinity : Number(asked.get('window'));

const peers = { floor, circles, clusters, glify, timedimension };
const scripts = {
  clusters: ['leaflet.markercluster/dist/leaflet.markercluster.js'],
  glify: ['leaflet.glify/dist/glify-browser.js'],
  timedimension: ['iso8601-js-period/iso8601.js', 'leaflet-timedimension/dist/leaflet.timedimension.min.js'],
};

start();

async function start() {
  for (const path of scripts[kind] ?? []) await script(`/modules/${path}`);
  const map = kind === 'floor' ? null : L.map('map', { center: [35.6, 38.4], zoom: 7, maxZoom: 13, preferCanvas: true, zoomControl: false, attributionControl: false, fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false });
  const data = kind === 'floor' ? null : typed(await (await fetch(`/data/peers-${asked.get('size')}.json`)).json());
  const show = peers[kind](map, data);
  window.bench = { show };
  show(Number(asked.get('day')));
  await nextFrame();
  await nextFrame();
  window.ready = performance.now();
}

function typed(json) {
  return { count: json.lat.length, earliest: Int32Array.from(json.earliest), latest: Int32Array.from(json.latest), lat: Float64Array.from(json.lat), lng: Float64Array.from(json.lng) };
}

/** Rewrites a canvas as large as the window: what no picture can cost less than. */
function floor() {
  const canvas = document.createElement('canvas');
  canvas.width = innerWidth;
  canvas.height = innerHeight;
  document.getElementById('map').append(canvas);
  const context = canvas.getContext('2d'), image = context.createImageData(canvas.width, canvas.height), pixels = new Uint32Array(image.data.buffer);
  return day => {
    pixels.fill(0xff000000 | day);
    context.putImageData(image, 0, 0);
  };
}

/** Markers are made when they are first shown, and afterwards come and go. */
function circles(map, data) {
  const { entering, leaving } = follow(data), made = new Array(data.count), renderer = L.canvas();
  return day => {
    leaving(day, row => made[row].remove());
    entering(day, row => (made[row] ??= L.circleMarker([data.lat[row], data.lng[row]], { renderer, radius: 4, weight: 1 })).addTo(map));
  };
}

function clusters(map, data) {
  const { entering, leaving, shown } = follow(data), made = new Array(data.count);
  const group = L.markerClusterGroup({ animate: false, chunkedLoading: false }).addTo(map);
  const marker = row => made[row] ??= L.marker([data.lat[row], data.lng[row]]);
  return day => {
    const gone = [], come = [], before = shown();
    leaving(day, row => gone.push(marker(row)));
    entering(day, row => come.push(marker(row)));
    // Taking out many one by one is slower than beginning again with those that stay.
    if (gone.length > before / 2) {
      group.clearLayers();
      const all = [];
      for (let row = 0; row < data.count; row++) if (shown(row)) all.push(marker(row));
      group.addLayers(all);
    } else {
      if (gone.length > 0) group.removeLayers(gone);
      if (come.length > 0) group.addLayers(come);
    }
  };
}

function glify(map, data) {
  const pairs = Array.from({ length: data.count }, (_, row) => [data.lat[row], data.lng[row]]);
  let layer = null;
  return day => {
    const inside = [];
    for (let row = 0; row < data.count; row++) if (isIn(data, row, day)) inside.push(pairs[row]);
    if (layer) layer.setData(inside);
    else layer = L.glify.points({ map, data: inside, size: () => 8, color: () => ({ r: 0.2, g: 0.4, b: 0.8, a: 0.8 }) });
  };
}

function timedimension(map, data) {
  const day = 86_400_000, first = data.earliest[0], last = data.earliest[data.count - 1];
  const times = Array.from({ length: last - first + 61 }, (_, i) => (first + i) * day);
  const features = Array.from({ length: data.count }, (_, row) => ({
    type: 'Feature', properties: { times: [data.earliest[row] * day, data.latest[row] * day] }, geometry: { type: 'Point', coordinates: [data.lng[row], data.lat[row]] },
  }));
  const geo = L.geoJSON({ type: 'FeatureCollection', features }, { pointToLayer: (_, at) => L.circleMarker(at, { radius: 4, weight: 1 }) });
  const timeDimension = L.timeDimension({ times, currentTime: times[0] });
  map.timeDimension = timeDimension;
  L.timeDimension.layer.geoJson(geo, { timeDimension, duration: length === Infinity ? null : `P${length}D`, updateTimeDimension: false }).addTo(map);
  return at => timeDimension.setCurrentTime(at * day);
}

/** Which rows come into and go out of the window when the day changes. */
function follow(data) {
  const state = new Uint8Array(data.count);
  let all = 0;
  return {
    shown: row => row === undefined ? all : state[row] === 1,
    leaving(day, leave) { for (let row = 0; row < data.count; row++) if (state[row] === 1 && !isIn(data, row, day)) { state[row] = 0; all--; leave(row); } },
    entering(day, enter) { for (let row = 0; row < data.count; row++) if (state[row] === 0 && isIn(data, row, day)) { state[row] = 1; all++; enter(row); } },
  };
}

function isIn(data, row, day) { return data.earliest[row] <= day && data.latest[row] > day - length; }

function nextFrame() { return new Promise(requestAnimationFrame); }

function script(src) {
  return new Promise((done, failed) => document.head.append(Object.assign(document.createElement('script'), { src, onload: done, onerror: failed })));
}
