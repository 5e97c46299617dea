using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>What Azure's host is told; much of it is read there alone, so that no other test would miss it.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonNode Plain = Read("host.json"), Storage = Read("host.storage.json"), Scheduler = Read("host.scheduler.json");

    public static TheoryData<string, string> Agreed => new()
    {
        { "version", "2.0" },
        // Front ends cut HTTP off at 230 s; no job of ours needs more than this.
        { "functionTimeout", "00:05:00" },
        { "telemetryMode", "OpenTelemetry" },
        { "extensions.http.routePrefix", "" },
        { "extensions.durableTask.maxConcurrentActivityFunctions", "32" },
        { "extensions.durableTask.maxConcurrentOrchestratorFunctions", "32" },
        { "extensions.durableTask.useGracefulShutdown", "true" },
        { "extensions.durableTask.tracing.distributedTracingEnabled", "true" },
        { "extensions.durableTask.tracing.version", "V2" },
        { "logging.logLevel.default", "Warning" },
        // Without these the host reports no requests and the worker's own lines are dropped.
        { "logging.logLevel.Host.Results", "Information" },
        { "logging.logLevel.Function", "Information" },
        { "logging.logLevel.DurableTask.Core", "Warning" },
        { "logging.logLevel.Azure.Core", "Warning" },
        { "logging.applicationInsights.samplingSettings.excludedTypes", "Request;Exception" },
    };

    [Theory]
    [MemberData(nameof(Agreed))]
    public void HostJson_Value_IsTheOneThatWasChosen(string path, string value)
    {
        Assert.Equal(value, Find(Plain, path));
        Assert.Equal(value, Find(Storage, path));
        Assert.Equal(value, Find(Scheduler, path));
    }

    /// <summary>The number of partitions cannot be changed on a hub that lives. Without more the host's own storage has the hub: no setting is missing.</summary>
    [Theory]
    [InlineData("host.json", "PersonalizationEngine", """{"type":"AzureStorage","partitionCount":4,"useTablePartitionManagement":true}""")]
    [InlineData("host.storage.json", "%TASKHUB_NAME%", """{"type":"AzureStorage","connectionName":"DurableStorage","partitionCount":4,"useTablePartitionManagement":true}""")]
    [InlineData("host.scheduler.json", "%TASKHUB_NAME%", """{"type":"azureManaged","connectionStringName":"DURABLE_TASK_SCHEDULER_CONNECTION_STRING"}""")]
    public void HostJson_Hub_IsWhereItsFileSays(string file, string hub, string provider)
    {
        var durable = Read(file)["extensions"]!["durableTask"]!;
        Assert.Equal((hub, provider), ((string?)durable["hubName"], durable["storageProvider"]!.ToJsonString()));
    }

    [Fact]
    public void HostJson_DifferenceOfTheFiles_IsTheHubAlone()
    {
        Assert.True(JsonNode.DeepEquals(WithoutHub(Plain), WithoutHub(Storage)));
        Assert.True(JsonNode.DeepEquals(WithoutHub(Plain), WithoutHub(Scheduler)));
    }

    /// <summary>An id would be shared by every app on the storage account; dynamic concurrency is for triggers we have none of.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("concurrency")]
    public void HostJson_WhatDoesHarm_IsNotSet(string name) => Assert.Null(Plain[name]);

    /// <summary>Under func start every name that one of these files takes from a setting needs a value.</summary>
    [Theory]
    [InlineData("TASKHUB_NAME", "PersonalizationEngine")]
    [InlineData("DurableStorage", "UseDevelopmentStorage=true")]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true")]
    public void LocalSettingsSample_NamesOfHostJson_HaveAValue(string name, string value) =>
        Assert.Equal(value, (string?)Read("local.settings.sample.json")["Values"]![name]);

    private static string? Find(JsonNode node, string path)
    {
        var rest = path;
        for (JsonNode? at = node; ;)
        {
            // Categories of logs have dots in their names.
            if (at is JsonObject whole && whole.ContainsKey(rest)) return whole[rest]!.GetValueKind() == JsonValueKind.String ? (string?)whole[rest] : whole[rest]!.ToJsonString();
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || (at = at?[rest[..dot]]) is null) return null;
            rest = rest[(dot + 1)..];
        }
    }

    private static JsonNode WithoutHub(JsonNode host)
    {
        var copy = host.DeepClone();
        copy["extensions"]!["durableTask"]!.AsObject().Remove("storageProvider");
        copy["extensions"]!["durableTask"]!.AsObject().Remove("hubName");
        return copy;
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(House.Root, file)))!;
}
