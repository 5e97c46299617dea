using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>What Azure's host is told; much of it is read there alone, so that no other test would miss it.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonNode Storage = Read("host.json"), Scheduler = Read("host.scheduler.json");

    public static TheoryData<string, string> Agreed => new()
    {
        { "version", "2.0" },
        // Front ends cut HTTP off at 230 s; no job of ours needs more than this.
        { "functionTimeout", "00:05:00" },
        { "telemetryMode", "OpenTelemetry" },
        { "extensions.http.routePrefix", "" },
        { "extensions.durableTask.hubName", "%TASKHUB_NAME%" },
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
        Assert.Equal(value, Find(Storage, path));
        Assert.Equal(value, Find(Scheduler, path));
    }

    /// <summary>The number of partitions cannot be changed on a hub that lives.</summary>
    [Fact]
    public void HostJson_StorageProvider_IsAStorageAccountOfItsOwn() => Assert.Equal(
        """{"type":"AzureStorage","connectionName":"DurableStorage","partitionCount":4,"useTablePartitionManagement":true}""",
        Storage["extensions"]!["durableTask"]!["storageProvider"]!.ToJsonString());

    [Fact]
    public void SchedulerHostJson_Difference_IsTheStorageProviderAlone()
    {
        Assert.Equal(
            """{"type":"azureManaged","connectionStringName":"DURABLE_TASK_SCHEDULER_CONNECTION_STRING"}""",
            Scheduler["extensions"]!["durableTask"]!["storageProvider"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(WithoutProvider(Storage), WithoutProvider(Scheduler)));
    }

    /// <summary>An id would be shared by every app on the storage account; dynamic concurrency is for triggers we have none of.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("concurrency")]
    public void HostJson_WhatDoesHarm_IsNotSet(string name) => Assert.Null(Storage[name]);

    /// <summary>Under func start every name that host.json takes from a setting needs a value.</summary>
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

    private static JsonNode WithoutProvider(JsonNode host)
    {
        var copy = host.DeepClone();
        copy["extensions"]!["durableTask"]!.AsObject().Remove("storageProvider");
        return copy;
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(House.Root, file)))!;
}
