using Microsoft.AspNetCore.Components;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Dashboard.Frame;

/// <summary>One request of somebody who signed in: who asks, for what, and what the page has to say to it.</summary>
/// <param name="name">Of the key or account, as the audit tells it.</param>
/// <param name="csrf">Goes into every form; a post without it is refused.</param>
/// <param name="path">Without the query, beginning with <c>/dashboard</c>.</param>
/// <param name="query">The first value of each parameter.</param>
public sealed class Visit(string name, AccessRole role, string csrf, string path, IReadOnlyDictionary<string, string> query, DateTimeOffset now, CancellationToken cancelled)
{
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public string Name => name;

    public AccessRole Role => role;

    public string Csrf => csrf;

    public string Path => path;

    public DateTimeOffset Now => now;

    /// <summary>Set when the browser has gone away.</summary>
    public CancellationToken Cancelled => cancelled;

    /// <summary>What is told once, above the page, after a change.</summary>
    public string? Notice { get; init; }

    /// <summary>What was posted; null for a page that was only asked for.</summary>
    public PostedForm? Form { get; init; }

    /// <summary>The HTTP status of the page; 200 unless a page sets another.</summary>
    public int Status { get; set; } = 200;

    /// <summary>What is wrong with what was asked or posted, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    public bool May(AccessRole asked) => role >= asked;

    /// <returns>Null where the parameter is absent or empty.</returns>
    public string? Query(string parameter) => query.TryGetValue(parameter, out var value) && value.Length > 0 ? value : null;

    /// <returns>What was posted in a field, so that a refused form keeps what was typed; else <paramref name="otherwise"/>.</returns>
    public string? Value(string field, string? otherwise = null) => Form?[field] ?? otherwise;

    public void Fault(string field, string message) => _faults.TryAdd(field, message);

    /// <summary>Shows another page, or the same again with its faults.</summary>
    public DashboardAnswer Show<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        Status = status;
        return new DashboardAnswer.Page(typeof(TPage), parameters);
    }

    /// <summary>Shows a form again: with status 200 where nothing is wrong, else with the one that was set, or 400.</summary>
    public DashboardAnswer ShowForm<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Show<TPage>(_faults.Count == 0 ? 200 : Status == 200 ? 400 : Status, parameters);

    /// <summary>Sends the browser on. What was to be told here and was not is told there.</summary>
    /// <param name="address">Within the dashboard.</param>
    public DashboardAnswer Go(string address, string? notice = null) => new DashboardAnswer.Go(address, notice ?? Notice);

    /// <summary>The address of this page with one parameter of its query changed, or taken out where the value is null.</summary>
    public string With(params (string Parameter, string? Value)[] changes)
    {
        var all = query.ToDictionary(StringComparer.Ordinal);
        foreach (var (parameter, value) in changes)
        {
            if (value is null) all.Remove(parameter);
            else all[parameter] = value;
        }

        return all.Count == 0 ? path : $"{path}?{string.Join('&', all.Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value)}"))}";
    }
}
