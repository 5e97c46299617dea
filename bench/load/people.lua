-- A different person of the demo with each request: person-0001 to person-2000 in a fixed, scattered order.
local count = 0
function request()
  count = count + 1
  return wrk.format("GET", string.format("/api/v1/personalize/person-%04d", (count * 739) % 2000 + 1))
end
