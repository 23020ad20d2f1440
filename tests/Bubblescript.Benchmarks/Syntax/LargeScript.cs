using System.Globalization;
using System.Text;

namespace Bubblescript.Benchmarks.Syntax;

/// <summary>A script of a size that no author writes, made of topics that authors do write: constants, triggers, questions, conditions, loops, functions and tasks.</summary>
internal static class LargeScript
{
    /// <summary>The length of the script that benchmarks parse.</summary>
    public const int Million = 1_000_000;

    private const string Start = """
        # A bot that knows about everything.
        @timeout "30m"
        @yes intent(match: ["yes | yeah | yep | sure | please | ok | right"], label: "Yes")
        @no intent(match: ["no | nope | nothing | wrong"], label: "No")

        dialog main do
          say "Welcome to the service desk."
          say "What can I do for you?"
        end


        """;

    private const string Topic = """
        # What people ask about item NN, and how it is ordered.
        @colours_NN ["red", "dark green", "blue", "black"]
        @offer_NN [name: "Item NN", price: 12.50, sizes: ["small", "medium", "large"], stock: NN]

        dialog order_NN, trigger: "(order | buy | get) _ (itemNN | thingNN)" do
          once do
            say "Good choice, #{default(user.first_name, "friend")}! Item NN is one of our favourites."
          after
            say "Another item NN? You must like it."
          end

          size_NN = ask "Which size would you like: small, medium or large?", expecting: ["small", "medium", "large"]
          ask "And the colour?", expecting: @colours_NN, quick_replies: @colours_NN, timeout: "5m"
          colour_NN = answer.text
          amount_NN = 1
          repeat do
            ask "How many of them? We have #{@offer_NN.stock} left.", expecting: "[number=amount]"
            amount_NN = default(answer.amount, 1)
            if amount_NN > 0 and amount_NN <= @offer_NN.stock do
              break
            else
              say "That is not possible: please choose between 1 and #{@offer_NN.stock}."
            end
          end

          basket = default(basket, []) + [[name: @offer_NN.name, size: size_NN.text, colour: colour_NN, amount: amount_NN, price: price_NN(amount_NN, size_NN.text)]]
          say "#{amount_NN} times #{@offer_NN.name}, #{downcase(size_NN.text)} and #{colour_NN}: € #{format_number(price_NN(amount_NN, size_NN.text), 2)}."
          ask "Shall I put it into the basket?", expecting: [@yes, @no]
          branch answer do
            @yes ->
              tag "ordered_NN"
              perform note_NN, amount: amount_NN, colour: colour_NN
              invoke checkout_NN
            @no ->
              basket = slice(basket, 0, count(basket) - 1)
              say "All right, I took it out again."
            else
              say "I am not sure what you mean by '#{message.text}'."
          end

          dialog trigger: "(how much) | price | prices | costs" do
            say "It costs € #{format_number(@offer_NN.price, 2)} a piece; ten of them are € #{format_number(@offer_NN.price * 9.5, 2)}."
          end

          dialog __unknown__ do
            say "I did not get that."
            continue
          end
        end

        dialog checkout_NN do
          # Only users that are known can order.
          if user.email == nil do
            user.email = ask("What is your e-mail address?").text
            remember user.email
          end
          unless user.address, do: say "We will ask for your address later."
          total_NN = 0
          repeat _line in basket do
            total_NN = total_NN + _line.amount * _line.price
          end
          random do
            say "Your order is worth € #{format_number(total_NN, 2)}."
            say "That makes € #{format_number(total_NN, 2)} in total."
          end
          buttons "What next?" do
            "Pay now" -> event "pay_NN"
            "See the details" -> open "https://shop.example.com/orders/NN"
          end
        end

        dialog event: "pay_NN" when count(basket) > 0 do
          say "Thank you, #{user.first_name}! Your items will arrive on #{date_format(date_now(), "{D}-{M}-{YYYY}")}."
          basket = []
        end

        dialog trigger: "itemNN _ (available | stock)" when @offer_NN.stock > 3 do
          say "Item NN is in stock, in #{join_and(@colours_NN)}."
        end

        task note_NN do
          log "item NN: #{_args.amount} of #{_args.colour}"
          emit "noted_NN", item: "NN", amount: _args.amount
        end

        # The price of an amount; large ones are dearer, ten or more cheaper.
        function price_NN(_amount, _size) do
          _price = @offer_NN.price
          if _size == "large" do
            _price = _price * 1.2
          end
          if _amount >= 10 or (_amount > 5 and _size != "large") do
            return round(_price * _amount * 0.95, 2)
          end
          return _price * _amount
        end


        """;

    /// <summary>The text of at least so many characters; it has no mistakes.</summary>
    public static string Create(int length)
    {
        StringBuilder builder = new(Start, length + (2 * Topic.Length));
        for (int topic = 1; builder.Length < length; topic++)
        {
            builder.Append(Topic.Replace("NN", topic.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return builder.ToString();
    }
}
