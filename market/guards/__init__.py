"""What keeps the market from selling what is not there: stock, holds, slots, and the day that stays open."""
