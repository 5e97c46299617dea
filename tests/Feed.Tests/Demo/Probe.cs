using PersonalizationEngine.Feed.Sending;
namespace Feed.Tests.Demo;
public sealed class Probe(DefaultMonth fixture, ITestOutputHelper output) : IClassFixture<DefaultMonth>
{
    [Fact]
    public void Look()
    {
        var s = LeadScores.At(DefaultMonth.Plan.Now, fixture.Sent, fixture.Identities);
        var v = s.Values.Order().ToArray();
        output.WriteLine($"people {v.Length} cold {v.Count(x => x < 20) / (double)v.Length:P1} warm {v.Count(x => x is >= 20 and < 50) / (double)v.Length:P1} hot {v.Count(x => x is >= 50 and < 80) / (double)v.Length:P1} ready {v.Count(x => x >= 80) / (double)v.Length:P1} p50 {v[v.Length/2]:F1} max {v[^1]:F0}");
        foreach (var p in new[] { "lena-cold", "marc-warm", "sofia-ready" }) output.WriteLine($"{p} {s[p]:F1}");
        var ry = fixture.Sent.Where(e => e.Endpoint == Endpoint.Rybbit).ToList();
        output.WriteLine($"rybbit {ry.Count} cdp {fixture.Sent.Count - ry.Count}");
        foreach (var g in fixture.Sent.GroupBy(e => e.Type).OrderByDescending(g => g.Count())) output.WriteLine($"{g.Key} {g.Count()}");
        output.WriteLine($"pricing {ry.Count(e => e.Path == "/pricing" && e.Type == "pageview")} sessions {ry.Select(e => e.Text("session_id")).Distinct().Count()} items viewed {ry.Count(e=>e.Type=="pageview" && e.Path!.Count(c=>c=='/')==2)}");
        var id = fixture.Month.People.Count(p => p.Person.UserId != null) ;
        output.WriteLine($"identified kind {id}, known {fixture.Month.People.Count(p=>p.Events.Any(e=>e.Endpoint==Endpoint.Cdp))} converted {fixture.Month.People.Count(p => p.Converted)}");
        foreach (var b in fixture.Month.People.GroupBy(p => (int)(p.Person.Intent*5)).OrderBy(g=>g.Key))
        {
            var ids = b.Select(p => p.Person.UserId ?? "").Where(s.ContainsKey).ToList();
            output.WriteLine($"intent {b.Key/5.0} n {b.Count()} conv {b.Count(p=>p.Converted)} visits {b.Average(p=>p.Events.OfType<PersonalizationEngine.Feed.Demo.Wire.Behaviour>().Select(e=>e.Visit.SessionId).Distinct().Count()):F1} mean score identified {(ids.Count>0?ids.Average(i=>s[i]):0):F1}");
        }
        foreach (var g in fixture.Month.Events.OfType<PersonalizationEngine.Feed.Demo.Wire.Behaviour>().GroupBy(e=>e.At.Date).OrderBy(g=>g.Key)) output.WriteLine($"{g.Key:ddd MM-dd} {g.Count()}");
    }
}
