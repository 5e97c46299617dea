using PersonalizationEngine.RealSystems.Outages;
using PersonalizationEngine.RealSystems.Rescoring;

// rescore [people] [events]: rescores a whole site; its own process runs the engine's part, so that its memory can be told.
// outages [seconds]: 500 decisions a second while each system is killed, paused and slowed, one after the other and all at once.
return args switch
{
    ["rescore", var people, var events] => await RescoreSite.RunAsync(int.Parse(people), long.Parse(events)),
    ["rescore-part", var clickHouse, var database, var mySql, .. var servers] =>
        await EnginePart.RunAsync(new Uri(clickHouse), database, mySql, [.. servers.Select(int.Parse)]),
    ["outages", var seconds] => await RideThroughOutages.RunAsync(TimeSpan.FromSeconds(int.Parse(seconds))),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("rescore PEOPLE EVENTS | outages SECONDS");
    return 2;
}
