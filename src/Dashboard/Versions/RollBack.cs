using System.Globalization;
using Microsoft.AspNetCore.Components;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Dashboard.Versions;

/// <summary>Makes a definition what it was at an earlier version.</summary>
public sealed class RollBack<T>(TellHistory<T> history)
    where T : class
{
    /// <typeparam name="TPage">Shown again where it cannot be; takes a parameter <c>Id</c>.</typeparam>
    /// <param name="address">Of the page of the definition.</param>
    /// <param name="kind">As in "campaign".</param>
    public async Task<DashboardAnswer> RunAsync<TPage>(Visit visit, PostedForm form, long id, string address, string kind)
        where TPage : IComponent
    {
        _ = int.TryParse(form["to"], NumberStyles.None, CultureInfo.InvariantCulture, out var to);
        var back = await history.RollBackAsync(id, DefinitionForms.VersionOf(form), to, visit.Name, DefinitionForms.ReasonOf(form), visit.Cancelled);
        return back is Change<T>.Done
            ? visit.Go(address, string.Create(CultureInfo.InvariantCulture, $"The {kind} is as it was at version {to}."))
            : DefinitionForms.Again<T, TPage>(visit, back, id);
    }
}
