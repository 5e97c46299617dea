using System.Text.Json.Nodes;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>What is written into fields of free text.</summary>
internal interface IWords
{
    /// <summary>A person's id.</summary>
    string Person { get; }

    /// <summary>Of a page or a picture on the web.</summary>
    string Address { get; }

    /// <summary>Of a trait.</summary>
    JsonNode Value { get; }

    string Name(string what);

    string Text(string what);
}
