// Why does the bar at the top stay where it is when the page wakes? Because it is printed as the shell will have it.

/** The shell gives the bar its classes only when its script runs; every page but the one for no page has a sidebar. */
export function steady(html: string): string {
  const hasSidebar = /class="VPSidebar/.test(html)
  return hasSidebar ? html.replace('class="VPNavBar"', 'class="VPNavBar has-sidebar top"') : html
}
