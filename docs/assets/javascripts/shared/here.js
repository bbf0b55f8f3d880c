// What a page shows stands in its address, so that the address opens it again:
//
//     keepInAddress("?q=901,905")                 /print/                   ->  /print/?q=901,905
//     keepInAddress(location.search, "#step-3")   /questions/901/           ->  /questions/901/#step-3

/** Puts a query and a place on the page into the address, without leaving it; a browser that forbids that keeps the old one. */
export function keepInAddress(query, hash = location.hash) {
  const url = new URL(location.href); // whole: a path such as //print/ alone would name another host
  Object.assign(url, { search: query, hash });
  try {
    history.replaceState(history.state, "", url);
  } catch {
    // forbidden in some frames and for files, or asked for too often: the page goes on
  }
}
