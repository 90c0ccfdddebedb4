using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Map.Web.Tests;

/// <summary>What a hand does in a form, each act in one turn of the renderer: an answer to the act before gives bound fields new handlers, and one found before it would be gone.</summary>
internal static class Typing
{
    /// <summary>Types into a field, or chooses in it, and leaves it.</summary>
    public static Task EnterAsync<T>(this IRenderedComponent<T> form, string field, string words) where T : IComponent =>
        form.InvokeAsync(() => form.Find(field).ChangeAsync(new() { Value = words }));

    /// <summary>Types into a field and stays in it.</summary>
    public static Task TypeAsync<T>(this IRenderedComponent<T> form, string field, string words) where T : IComponent =>
        form.InvokeAsync(() => form.Find(field).InputAsync(new() { Value = words }));

    public static Task PressAsync<T>(this IRenderedComponent<T> form, string field, string key) where T : IComponent =>
        form.InvokeAsync(() => form.Find(field).KeyDownAsync(new KeyboardEventArgs { Key = key }));

    public static Task ClickAsync<T>(this IRenderedComponent<T> form, string button) where T : IComponent =>
        form.InvokeAsync(() => form.Find(button).ClickAsync(new()));
}
