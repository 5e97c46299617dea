using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Links;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>delivery</c>: links in messages.</summary>
internal sealed record LinkSettings(FrozenSet<string> Tracked, bool TracksOpens)
{
    private static readonly string[] Default = ["email"];

    public static LinkSettings Read(SettingsReader reader)
    {
        reader.Describe("delivery:track_links", string.Join(", ", Default), "", $"a list of {string.Join(", ", Channels.All)}");
        var tracked = reader.Texts("delivery:track_links") ?? Default;
        if (tracked.Any(channel => !Channels.All.Contains(channel, StringComparer.Ordinal))) reader.Fault("delivery:track_links", $"must be a list of {string.Join(", ", Channels.All)}");
        return new LinkSettings(tracked.ToFrozenSet(StringComparer.Ordinal), reader.Flag("delivery:track_opens", false));
    }

    /// <exception cref="InvalidSettingsException"><c>PUBLIC_URL</c> cannot be used.</exception>
    public LinkOptions With(IConfiguration configuration)
    {
        if (configuration["PUBLIC_URL"] is not { Length: > 0 } url) return new LinkOptions(null, Tracked, TracksOpens);
        var isWeb = Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
        return isWeb && uri!.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
            ? new LinkOptions(url.TrimEnd('/'), Tracked, TracksOpens)
            : throw new InvalidSettingsException(["PUBLIC_URL: must be where people reach the engine, as in https://mail.example.com"]);
    }
}
