// A design for the synthesis program to work on.
module counter(input clk, input reset, input [7:0] step,
               output reg [15:0] value, output even);
  always @(posedge clk)
    if (reset) value <= 0;
    else value <= value + step * 3;
  assign even = ~value[0];
endmodule
